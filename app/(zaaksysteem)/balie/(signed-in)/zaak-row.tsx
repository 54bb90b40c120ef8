'use client'

import { Badge, type Tone } from '#lib/ui/text/badge.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { vertrouwelijk } from '#lib/ui/texts/balie/zaak.ts'
import { VERDEEL_FORM } from './verdelen/verdeel-state.ts'

/** The checkbox of a zaak. */
export function Kies({ value, identificatie }: { value: string; identificatie: string }) {
  return (
    <label className="balie-kies">
      <input type="checkbox" name="zaak" value={value} form={VERDEEL_FORM} />
      <span className="zb-hidden">{behandeling.verdelen.kiesZaak(identificatie)}</span>
    </label>
  )
}

/** The description of a zaak in a list, with its link. */
export function ZaakCell({
  href,
  omschrijving,
  caption,
  isVertrouwelijk = false,
}: {
  href: string
  omschrijving: string
  /** its aanvrager, or its number */
  caption: string
  isVertrouwelijk?: boolean
}) {
  return (
    <>
      <Link href={href} className="staff-row-link" data-zaak>
        {omschrijving}
      </Link>
      <span className="staff-caption">{caption}</span>
      {isVertrouwelijk && <Badge tone="warning">{vertrouwelijk.kort}</Badge>}
    </>
  )
}

/** @param props.tone of the badge around the text; false for no badge */
export function TermijnCell({ tone, text, date }: { tone: Tone | false; text: string; date: string }) {
  return (
    <>
      {tone ? <Badge tone={tone}>{text}</Badge> : text}
      <span className="staff-caption">{date}</span>
    </>
  )
}
