import { useEffect, useRef } from 'react'
import styles from '@/features/share/SharePanel.module.css'

interface Props {
  readonly address: string
  readonly title: string
  /** Of the frame, in CSS pixels. */
  readonly width: number
  readonly height: number
  /** The height that the content has at this width. */
  readonly onContentHeight: (height: number) => void
}

/** The frame itself, as another page will show it. */
export function FramePreview({ address, title, width, height, onContentHeight }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    function hear({ source, origin, data }: MessageEvent<unknown>) {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return
      if (typeof data !== 'object' || data === null || !('type' in data) || !('height' in data)) return
      if (data.type === 'reform-index-board:height' && Number.isInteger(data.height)) {
        onContentHeight(Number(data.height))
      }
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [onContentHeight])
  return <iframe ref={frame} className={styles['frame']} src={address} title={title} style={{ width, height }} />
}
