'use client'

import type { ReactNode } from 'react'

const ID = 'menu'

/** A row in the header; on a phone a button opens it, also without JavaScript. Following a link closes it. */
export function HeaderMenu({ button, children }: { button: string; children: ReactNode }) {
  return (
    <>
      <button type="button" className="zb-header-menu__button" popoverTarget={ID}>
        {button}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: keys click */}
      <div
        className="zb-header-menu"
        id={ID}
        popover="auto"
        onClick={({ currentTarget, target }) => target instanceof HTMLAnchorElement && currentTarget.hidePopover?.()}
      >
        {children}
      </div>
    </>
  )
}
