'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = { name: string; waarden: readonly string[]; children: ReactNode }

/** Shows fields while the field `name` of their form has one of these values; without JavaScript, always. */
export function ShownBy({ name, waarden, children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const [isShown, setIsShown] = useState(true)
  useEffect(() => {
    const form = ref.current?.closest('form')
    if (!form) return
    const look = () => setIsShown(waarden.includes(String(new FormData(form).get(name))))
    look()
    form.addEventListener('input', look)
    return () => form.removeEventListener('input', look)
  }, [name, waarden])
  return (
    <div ref={ref} className="balie-bij" hidden={!isShown}>
      {children}
    </div>
  )
}
