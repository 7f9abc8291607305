/* Frames with data-reform-index-board are as high as they say. */
{
  const own = document.currentScript
  const { src, title, height } = own.dataset
  const frames = () => document.querySelectorAll('iframe[data-reform-index-board]')
  addEventListener('message', ({ data, source, origin }) => {
    if (data?.type !== 'reform-index-board:height' || !Number.isInteger(data.height)) return
    for (const frame of frames()) {
      const from = [new URL(frame.src).origin, frame.sandbox.length && 'null']
      if (frame.contentWindow === source && from.includes(origin))
        frame.style.height = Math.min(Math.max(data.height, 50), 5e4) + 'px'
    }
  })
  // Who spoke too early speaks again.
  for (const { offsetHeight: now, style } of frames()) if (now) style.height = now + 1 + 'px'
  if (src) {
    const frame = document.createElement('iframe')
    Object.assign(frame, { src, title, style: `width:100%;border:0;height:${+height || 600}px` })
    frame.dataset.reformIndexBoard = ''
    own.after(frame)
  }
}
