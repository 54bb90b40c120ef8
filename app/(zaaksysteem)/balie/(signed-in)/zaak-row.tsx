'use client'

import { Badge, type Tone } from '#lib/ui/text/badge.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { VERDEEL_FORM } from './verdelen/verdeel-state.ts'

/** Ticks a zaak, to do something with many at once. */
export function Kies({ value, identificatie }: { value: string; identificatie: string }) {
  return (
    <label className="balie-kies">
      <input type="checkbox" name="zaak" value={value} form={VERDEEL_FORM} />
      <span className="zb-hidden">{behandeling.verdelen.kiesZaak(identificatie)}</span>
    </label>
  )
}

/** What a zaak in a list is, with the link to it. */
export function ZaakCell({
  href,
  omschrijving,
  identificatie,
  aanvrager,
  isVertrouwelijk = false,
}: {
  href: string
  omschrijving: string
  identificatie: string
  aanvrager?: string
  isVertrouwelijk?: boolean
}) {
  return (
    <>
      <Link href={href} className="staff-row-link" data-zaak>
        {omschrijving}
      </Link>
      <span className="staff-caption">
        <span className="zb-number">{identificatie}</span>
        {aanvrager && ` · ${aanvrager}`}
      </span>
      {isVertrouwelijk && <Badge tone="warning">{vertrouwelijk.kort}</Badge>}
    </>
  )
}

/** @param props.tone of the badge that the text stands in; false leaves it without one */
export function TermijnCell({ tone, text, date }: { tone: Tone | false; text: string; date: string }) {
  return (
    <>
      {tone ? <Badge tone={tone}>{text}</Badge> : text}
      <span className="staff-caption">{date}</span>
    </>
  )
}
