import { Bezorgd } from '#lib/ui/balie/bezorgd.tsx'
import { Cel, Rij, Tabel } from '#lib/ui/balie/tabel.tsx'
import { VolgBezorging } from '#lib/ui/balie/volg-bezorging.tsx'
import { shortMoment } from '#lib/ui/dates.ts'
import { Heading } from '#lib/ui/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import type { HistoryRow } from '#lib/zaaksysteem/zaak/find-zaak-detail.ts'

const KOLOMMEN = [balie.kolom.wanneer, balie.kolom.wat, balie.kolom.door, balie.kolom.bezorgd].map((naam) => ({ naam }))

/** Everything that happened, newest first, and whether the portal knows. */
export function Verloop({ history }: { history: HistoryRow[] }) {
  const newest = history[0]
  return (
    <section>
      <Heading level={2}>{balie.zaak.verloop}</Heading>
      {newest?.bezorging?.status === 'wachtend' && <VolgBezorging key={newest.versie} />}
      <Tabel titel={balie.zaak.verloop} kolommen={KOLOMMEN}>
        {history.map((regel) => (
          <Rij key={regel.versie}>
            <Cel kop={balie.kolom.wanneer}>
              <time className="zb-datum" dateTime={regel.op.toISOString()}>
                {shortMoment(regel.op)}
              </time>
            </Cel>
            <Cel kop={balie.kolom.wat}>
              <Wat regel={regel} />
            </Cel>
            <Cel kop={balie.kolom.door}>{regel.doorNaam}</Cel>
            <Cel kop={balie.kolom.bezorgd}>
              <Bezorgd bezorging={regel.bezorging} />
            </Cel>
          </Rij>
        ))}
      </Tabel>
    </section>
  )
}

function Wat({ regel }: { regel: HistoryRow }) {
  const { soort, vorigeStatusOmschrijving, statusOmschrijving, resultaatOmschrijving, toelichting } = regel
  return (
    <div>
      {soort === 'heropening' && `${balie.zaak.heropend} `}
      {vorigeStatusOmschrijving && `${vorigeStatusOmschrijving} → `}
      <strong>{statusOmschrijving}</strong>
      {resultaatOmschrijving && <span className="balie-bijschrift">{balie.zaak.resultaat(resultaatOmschrijving)}</span>}
      {toelichting && <blockquote className="balie-tekst">{toelichting}</blockquote>}
    </div>
  )
}
