import { type RefObject, useEffect, useEffectEvent } from 'react'

const NEXT_KEYS = ['ArrowRight', 'ArrowDown', 'PageDown', ' ']
const BACK_KEYS = ['ArrowLeft', 'ArrowUp', 'PageUp']

/**
 * Hears the keys of a presenter or a clicker wherever the focus is, also inside a frame. Keeps the focus: a
 * page in a frame that takes it, for example after a form is submitted, gives it back. A person may move it.
 */
export function usePresenterKeys({
  next,
  back,
  focus,
}: {
  next: () => void
  back: () => void
  /** the element that keeps the focus */
  focus: RefObject<HTMLElement | null>
}) {
  // An effect event, because a listener of the previous render would drop the key.
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as Element
    if (target.closest?.('input, textarea, select')) return
    if (event.key === ' ' && target.closest?.('a, button, summary')) return
    const act = NEXT_KEYS.includes(event.key) ? next : BACK_KEYS.includes(event.key) && back
    if (!act) return
    event.preventDefault()
    act()
  })

  useEffect(() => {
    let isMovedByPerson = false
    const onPointer = () => {
      isMovedByPerson = true
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') isMovedByPerson = true
      press(event)
    }
    const onBlur = () => {
      const isInFrame = document.activeElement instanceof HTMLIFrameElement
      if (isInFrame && !isMovedByPerson) focus.current?.focus({ preventScroll: true })
      isMovedByPerson = false
    }
    const windows = () => [
      window,
      ...[...document.querySelectorAll('iframe')].flatMap(({ contentWindow }) => contentWindow ?? []),
    ]
    const listen = () => {
      for (const each of windows()) {
        each.addEventListener('keydown', onKey)
        each.addEventListener('pointerdown', onPointer)
      }
    }
    listen()
    // A page that loads in a frame has a window of its own.
    document.addEventListener('load', listen, true)
    window.addEventListener('blur', onBlur)
    return () => {
      document.removeEventListener('load', listen, true)
      window.removeEventListener('blur', onBlur)
      for (const each of windows()) {
        each.removeEventListener('keydown', onKey)
        each.removeEventListener('pointerdown', onPointer)
      }
    }
  }, [focus])
}
