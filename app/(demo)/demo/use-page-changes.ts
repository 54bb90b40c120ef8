import { type RefObject, useEffect, useState } from 'react'

/** When what a citizen reads in the frame changed, in milliseconds since 1970. Watched from outside, because the page itself knows of no demo. */
export function usePageChanges(frame: RefObject<HTMLIFrameElement | null>): readonly number[] {
  const [moments, setMoments] = useState<readonly number[]>([])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new MutationObserver((mutations) => {
      if (mutations.some(({ target }) => isInMain(target))) setMoments((before) => [...before, Date.now()])
    })
    const observe = () => {
      observer.disconnect()
      const body = element.contentDocument?.body
      if (body) observer.observe(body, { subtree: true, childList: true, characterData: true })
    }
    observe()
    element.addEventListener('load', observe)
    return () => {
      observer.disconnect()
      element.removeEventListener('load', observe)
    }
  }, [frame])

  return moments
}

function isInMain(node: Node): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement
  return element?.closest('main') !== null
}
