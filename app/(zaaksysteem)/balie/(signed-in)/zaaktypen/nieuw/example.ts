import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import {
  INFORMATIEOBJECTTYPEN,
  WAARSCHUWINGSDAGEN,
  type ZaaktypeGegevens,
} from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

/** An empty zaaktype, with the statutory term. */
const EMPTY: ZaaktypeGegevens = {
  omschrijving: { nl: '', en: '' },
  intrekken: null,
  inleveren: { nl: '', en: '' },
  informatieobjecttypen: INFORMATIEOBJECTTYPEN,
  bezwaar: null,
  team: '',
  doorlooptijd: { duur: 'P8W', grondslag: 'Awb 4:13 lid 2', regeling: 'redelijk' },
  servicenorm: 'P6W',
  verlengingstermijn: null,
  vanRechtswege: null,
  geenDwangsom: null,
  waarschuwingsdagen: WAARSCHUWINGSDAGEN,
  toontDoorlooptijd: true,
  aanvullingBevestigen: false,
  gevoelig: false,
  statustypen: [],
  resultaattypen: [],
  opschortingsredenen: [],
  teksten: [],
}

/** Returns the initial data of a new zaaktype: those of another one without its name, or empty ones. */
export async function findExample(
  voorbeeld: string | undefined,
): Promise<{ versie: number; gegevens: ZaaktypeGegevens } | undefined> {
  if (!voorbeeld) return { versie: 0, gegevens: EMPTY }
  const zaaktypen = await findZaaktypen(zaaksysteem())
  const found = zaaktypen.find(({ identificatie }) => identificatie === voorbeeld)
  if (!found) return undefined
  const { identificatie: _, versie, ...gegevens } = found
  return { versie, gegevens: { ...gegevens, omschrijving: EMPTY.omschrijving } }
}
