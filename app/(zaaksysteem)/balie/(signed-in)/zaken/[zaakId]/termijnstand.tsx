import { Alert } from '#lib/ui/text/alert.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { type Termijnstand as Stand, termijnstandOf } from '#lib/zaaksysteem/termijn/termijnstand.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { ontbrekend } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { vanRechtswegeText } from '#lib/zaaksysteem/zaak/handelingen/besluit/make-besluit-known.ts'
import { verblijfTot } from '#lib/zaaksysteem/zaak/handelingen/besluit/procedure.ts'
import { RECORD_ZIENSWIJZEN } from '#lib/zaaksysteem/zaak/handelingen/besluit/record-zienswijzen.ts'
import { isPossible } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { stilstandText } from '#lib/zaaksysteem/zaak/handelingen/stilstand/resume-zaak.ts'

type Props = { zaak: ZaakDetail; fataleDatum: string | null; today: string }

/** The legal state of the zaak's terms; nothing while a term simply runs. */
export function Termijnstand({ zaak, fataleDatum, today }: Props) {
  const standing = { zaak, zaaktype: zaak.zaaktype, today }
  const feiten = {
    ...zaak,
    fataleDatum,
    ontbrekend: ontbrekend(standing),
    verblijfTot: verblijfTot(standing),
    kanZienswijzenVastleggen: isPossible(RECORD_ZIENSWIJZEN, standing),
    vanRechtswege: zaak.resource.vanRechtswege,
  }
  const stand = termijnstandOf(feiten, today)
  if (!stand) return null
  return (
    <Alert className="balie-zaak-alert" type="info">
      {textOf(stand, zaak)}
    </Alert>
  )
}

function textOf(stand: Stand, { zaaktype }: ZaakDetail): string {
  switch (stand.naam) {
    case 'vanRechtswege':
      return vanRechtswegeText(stand)
    case 'wachtTeLaat':
    case 'stilstandVoorbij':
      return handelingen[stand.naam](shortDate(stand.tot), shortDate(stand.fataleDatum))
    case 'wacht': {
      const { tot, ontbreekt, daarna } = stand
      const { intern = '' } = zaaktype.opschortingsredenen.find(({ code }) => code === daarna?.reden) ?? {}
      return [
        handelingen.wacht(shortDate(tot)),
        ontbreekt.length > 0 && handelingen.ontbreekt(ontbreekt.join(', ')),
        daarna && handelingen.daarna(shortDate(daarna.tot), intern),
      ]
        .filter(Boolean)
        .join(' ')
    }
    case 'wachtOpU':
    case 'terInzage':
      return handelingen[stand.naam](shortDate(stand.tot))
    case 'staatStil':
    case 'uitgesteld':
      return stilstandText(stand)
    case 'zienswijzenOpen':
      return handelingen.zienswijzenOpen
    case 'verlopen':
    case 'verlopenTeLaat': {
      const late = stand.nagekomen.map(({ naam, op }) => `${naam} (${shortDate(op)})`).join(', ')
      const text = handelingen[stand.naam](shortDate(stand.op), shortDate(stand.uiterlijk))
      return late ? `${text} ${handelingen.nagekomen(late)}` : text
    }
    default:
      return handelingen[stand.naam](shortDate(stand.op), shortDate(stand.uiterlijk))
  }
}
