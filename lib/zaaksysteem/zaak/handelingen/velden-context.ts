import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { chosenResultaattypen, currentInformatieobjecttypen } from '../../catalogus/zaaktype.ts'
import { maxVerlenging } from '../../termijn/beslistermijn.ts'
import { ontbrekend } from './aanvulling/receive-aanvulling.ts'
import { bekendVanKracht, besluitNaam } from './besluit/besluitdatums.ts'
import type { Paginacontext, VeldenContext } from './handelingspagina.ts'
import { dwangsomVan } from './te-laat/set-dwangsom.ts'

/** Returns the data of one zaak that the fields depend on. */
export function veldenContext({ zaak, today }: Paginacontext): VeldenContext {
  const { zaaktype, resultaat, einddatum, inzendingen } = zaak
  const isAfgehandeld = einddatum !== null
  const withdrawal = inzendingen.find(
    ({ soort, afgewezenVersie }) => soort === 'intrekking' && afgewezenVersie === null,
  )
  return {
    resultaattypen: chosenResultaattypen(zaaktype),
    intrekkingOp: withdrawal && dateInAmsterdam(withdrawal.tijdstip),
    besluittypen: zaaktype.resultaattypen.filter(
      ({ isBesluit, code }) => isBesluit && (!isAfgehandeld || code === resultaat),
    ),
    besluiten: bekendVanKracht(zaak.besluiten).map((besluit) => ({ ...besluit, naam: besluitNaam(zaaktype, besluit) })),
    isAfgehandeld,
    informatieobjecttypen: currentInformatieobjecttypen(zaaktype),
    documenten: zaak.documenten,
    losseBestanden: zaak.losseBestanden,
    redenen: zaak.zaaktype.opschortingsredenen,
    maxVerlenging: maxVerlenging(zaak, zaak.zaaktype),
    uiterlijkeEinddatum: zaak.uiterlijkeEinddatum,
    opgeschortTot: zaak.opgeschortTot,
    ontbrekend: ontbrekend({ zaak }),
    today,
    owed: dwangsomVan(zaak, today),
    gegevens: {
      omschrijving: zaak.omschrijving,
      startdatum: zaak.startdatum,
      naam: zaak.aanvragerNaam,
      adres: zaak.aanvragerAdres ?? '',
      telefoonnummer: zaak.aanvragerTelefoon ?? '',
    },
  }
}
