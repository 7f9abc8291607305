import { useEffect, useState } from 'react'

/** True once `active` has lasted for so long; what is over sooner is never shown (and costs no paint). */
export function useLasting(active: boolean, milliseconds: number): boolean {
  const [lasted, setLasted] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setLasted(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setLasted(false)
    }
  }, [active, milliseconds])
  return lasted
}
