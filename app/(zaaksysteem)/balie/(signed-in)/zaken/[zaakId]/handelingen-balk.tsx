'use client'

import type { SyntheticEvent } from 'react'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { handelingen as texts } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspad } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import type { Handelingspagina } from '#lib/zaaksysteem/zaak/handelingen/handelingspagina.ts'

/** An act with a link to its page. */
export type Keuze = Pick<Handelingspagina, 'titel' | 'toets'> & { pad: Handelingspad; href: string }

type Props = {
  /** the acts that the zaak asks for, as buttons */
  asked: readonly Keuze[]
  groepen: readonly { groep: Handelingspagina['groep']; keuzes: readonly Keuze[] }[]
}

/** The possible acts, each with its keyboard shortcut: what the zaak asks for, and a menu for each group. */
export function HandelingenBalk({ asked, groepen }: Props) {
  if (asked.length + groepen.length === 0) return null
  return (
    <nav aria-labelledby="handelingen" className="balie-handelingen">
      <Heading level={2} id="handelingen" className="zb-hidden">
        {texts.titel}
      </Heading>
      <ul className="zb-list zb-line">
        {asked.map(({ pad, titel, toets, href }, index) => (
          <li key={pad}>
            <ButtonLink appearance={index === 0 ? 'primary' : 'secondary'} href={href} aria-keyshortcuts={toets}>
              {titel}
            </ButtonLink>
          </li>
        ))}
        {groepen.map(({ groep, keuzes }) => (
          <li key={groep}>
            <Menu naam={texts.groepen[groep]} keuzes={keuzes} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A menu that closes on Escape, when the focus leaves it, and when another opens. */
function Menu({ naam, keuzes }: { naam: string; keuzes: readonly Keuze[] }) {
  function close({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) {
    currentTarget.open = false
  }
  return (
    <details
      className="balie-groepmenu"
      name="handelingen"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || close(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        close(event)
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary className="utrecht-button utrecht-button--secondary-action">{naam}</summary>
      <ul className="zb-list">
        {keuzes.map(({ pad, titel, toets, href }) => (
          <li key={pad}>
            <Link href={href} aria-keyshortcuts={toets}>
              {titel}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
