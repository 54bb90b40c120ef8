import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate, shortDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { PhoneLink } from '#lib/ui/text/page-message.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { NO_END } from '#lib/zaaksysteem/zaak/bewaren/hold-zaak.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { briefPath } from '../../paths.ts'

const { kolom, zaak: texts } = balie
const { aanhouden } = vernietiging

/** The channels to reach the aanvrager. One who does not use the portal gets a letter. */
function Bereikbaar({ zaak: { id, bereikbaar }, mayTreat }: { zaak: ZaakDetail; mayTreat: boolean }) {
  const { onbekend, portaal, nooit, email, geenEmail, brief, stuurBrief } = texts.bereikbaar
  const known = bereikbaar ? [bereikbaar.portaal ? portaal : nooit, bereikbaar.email ? email : geenEmail] : [onbekend]
  const isOutOfReach = bereikbaar !== null && !bereikbaar.portaal && !bereikbaar.email
  return (
    <>
      {known.join(' ')}
      {mayTreat && (
        <span className="balie-brief">
          <Link href={briefPath(id)}>{isOutOfReach ? stuurBrief : brief}</Link>
        </span>
      )}
    </>
  )
}

/** The aanvrager of the zaak, and its dates. */
export function ZaakFeiten({
  zaak,
  mayTreat,
  isAangehouden,
}: {
  zaak: ZaakDetail
  mayTreat: boolean
  isAangehouden: boolean
}) {
  const { startdatum, einddatum, einddatumGepland, uiterlijkeEinddatum, aangehoudenTot } = zaak
  const { doorzending } = zaak.resource
  const dates = einddatum
    ? [
        { term: kolom.afgehandeldOp, value: shortDate(einddatum) },
        { term: texts.bewaren, value: bewarenOf(zaak) },
      ]
    : [
        { term: kolom.streefdatum, value: shortDate(einddatumGepland) },
        { term: kolom.fataledatum, value: shortDate(uiterlijkeEinddatum) },
      ]
  return (
    <DataList
      items={[
        { term: texts.aanvrager, value: balie.metKvk(zaak) },
        {
          term: texts.adres,
          value: zaak.aanvragerAdres && <span className="balie-regels">{zaak.aanvragerAdres}</span>,
        },
        { term: texts.telefoon, value: zaak.aanvragerTelefoon && <PhoneLink number={zaak.aanvragerTelefoon} /> },
        { term: texts.bereikbaar.term, value: <Bereikbaar zaak={zaak} mayTreat={mayTreat} /> },
        { term: kolom.ingediend, value: shortDate(startdatum) },
        ...dates,
        {
          term: doorzending?.geheel ? texts.doorgezonden : texts.deelsDoorgezonden,
          value: doorzending && texts.naarOp(doorzending.naar, shortDate(doorzending.op)),
        },
        { term: aanhouden.feit, value: isAangehouden && aangehoudenTot && aanhoudingOf(aangehoudenTot) },
      ]}
    />
  )
}

function aanhoudingOf(tot: string): string {
  return tot === NO_END ? aanhouden.zonderEind : aanhouden.tot(shortDate(tot))
}

function bewarenOf({ archiefactiedatum, zaaktype, resultaat }: ZaakDetail): string {
  if (archiefactiedatum) return texts.totVernietiging(plainDate(archiefactiedatum, 'nl'))
  const { bewaartermijn } = zaaktype.resultaattypen.find(({ code }) => code === resultaat) ?? {}
  return bewaartermijn ? texts.zolangBesluitGeldt : texts.blijftBewaard
}
