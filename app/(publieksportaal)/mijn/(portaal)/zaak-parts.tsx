import { Badge } from '#lib/ui/text/badge.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { ZaakSummary } from './zaak-summary.ts'

/** Its omschrijving is in the words of whoever applied, or of the desk: Dutch. */
export function ZaakLink({ id, omschrijving }: { id: string; omschrijving: string }) {
  return (
    <Link href={`/mijn/zaken/${id}`} prefetch={false} lang="nl">
      {omschrijving}
    </Link>
  )
}

export function ZaakBadges({ isNieuw, moetHandelen, taal }: ZaakSummary & { taal: Taal }) {
  const t = texts(taal).zaken
  return (
    <>
      {isNieuw && <Badge tone="warning">{t.zojuist}</Badge>}
      {moetHandelen && <Badge tone="warning">{t.uMoetIetsDoen}</Badge>}
    </>
  )
}

export function ZaakDate({ datum: { kind, date }, taal }: Pick<ZaakSummary, 'datum'> & { taal: Taal }) {
  return (
    <>
      {texts(taal).zaken[kind]}{' '}
      <time dateTime={date} className="zb-number">
        {plainDate(date, taal)}
      </time>
    </>
  )
}
