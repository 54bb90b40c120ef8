import { LaatsteBezorging } from '#lib/ui/staff/bezorgd.tsx'
import { Cel, Rij } from '#lib/ui/staff/tabel.tsx'
import { Termijn } from '#lib/ui/staff/termijn.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import type { WerkvoorraadRegel } from '#lib/zaaksysteem/balie/werkvoorraad/find-werkvoorraad.ts'
import type { Lijst } from './werkvoorraad-filter.ts'

export function Zaakrij({ regel, lijst }: { regel: WerkvoorraadRegel; lijst: Lijst }) {
  return (
    <Rij>
      <Cel>
        <Link href={`/balie/zaken/${regel.id}`} prefetch={false} className="balie-zaaklink" data-zaak>
          {regel.omschrijving}
        </Link>
        <span className="balie-bijschrift">
          <span className="zb-nummer">{regel.identificatie}</span> · {regel.aanvragerNaam}
        </span>
      </Cel>
      <Cel kop={balie.kolom.zaaktype}>{regel.zaaktypeOmschrijving}</Cel>
      <Cel kop={balie.kolom.status}>{regel.statusOmschrijving}</Cel>
      {lijst === 'afgehandeld' ? (
        <Cel kop={balie.kolom.afgehandeldOp}>
          <span className="zb-datum">{regel.einddatum && shortDate(regel.einddatum)}</span>
        </Cel>
      ) : (
        <>
          <Cel kop={balie.kolom.streefdatum}>
            <Termijn soort="streefdatum" datum={regel.einddatumGepland} dagen={regel.dagenTotStreefdatum} />
          </Cel>
          <Cel kop={balie.kolom.fataledatum}>
            <Termijn soort="fataledatum" datum={regel.uiterlijkeEinddatum} dagen={regel.dagenTotFataleDatum} />
          </Cel>
        </>
      )}
      {lijst !== 'mijn' && (
        <Cel kop={balie.kolom.behandelaar}>
          {regel.behandelaarNaam ?? <span className="zb-soft">{balie.geenBehandelaar}</span>}
        </Cel>
      )}
      <Cel kop={balie.kolom.bezorging}>
        <LaatsteBezorging bezorging={regel.bezorging} />
      </Cel>
    </Rij>
  )
}
