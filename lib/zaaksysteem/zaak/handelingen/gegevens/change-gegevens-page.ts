import { z } from 'zod'
import { withoutGroups } from '#lib/ui/form/fields.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { registreren } from '#lib/ui/texts/balie/zaak.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, text, toelichting, toelichtingForm } from '../velden.ts'

const texts = {
  uitleg: [
    'Wat er stond, blijft bewaard. Hoort de zaak bij iemand anders? Dan verdwijnt zij direct bij wie haar ten onrechte zag. De beheerder krijgt dit te zien.',
  ],
  omschrijving: 'Omschrijving',
  omschrijvingHint: registreren.omschrijvingHint,
  startdatum: registreren.startdatum,
  startdatumHint:
    'Andere dag? Dan schuiven de streefdatum en de fatale datum mee. Schrijf ook voor de aanvrager op waarom.',
  naam: registreren.naam,
  adres: registreren.adres,
  adresHint: registreren.adresHint,
  telefoonnummer: registreren.telefoonnummer,
  nummer: 'Ander BSN of KvK-nummer',
  nummerHint: 'Negen of acht cijfers. Leeg: het nummer blijft zoals het is.',
  vestiging: 'Vestigingsnummer',
  vestigingHint: 'Twaalf cijfers. Alleen bij een KvK-nummer.',
  aanleiding: 'Waarom? Dit lezen alleen collega’s.',
} as const

const { fout } = handelingen

const MAX_AANLEIDING = 1000

const KVK_DIGITS = 8

const nummer = z.string().default('').transform(withoutGroups)

const aanleiding = text(MAX_AANLEIDING).default('').pipe(z.string().trim().min(1, fout.leeg))

/** Validated by the rules of the registration. A KvK-nummer has eight digits, a BSN nine. */
const gegevensForm = toelichtingForm
  .extend({
    omschrijving: z.string(),
    startdatum: datum,
    naam: z.string(),
    nummer,
    vestiging: nummer,
    adres: z.string().default(''),
    telefoonnummer: z.string().default(''),
    aanleiding,
  })
  .transform(({ naam, adres, telefoonnummer, nummer, vestiging, ...rest }) => ({
    ...rest,
    initiator: {
      naam,
      adres,
      telefoonnummer,
      ...(nummer && (nummer.length === KVK_DIGITS ? { kvkNummer: nummer } : { bsn: nummer })),
      ...(vestiging && { vestigingsnummer: vestiging }),
    },
  }))

export const CHANGE_GEGEVENS_PAGE = {
  titel: 'Gegevens verbeteren',
  groep: 'zaak',
  toets: 'e',
  knop: 'Gegevens verbeteren',
  gedaan: 'Opgeslagen. De gegevens zijn verbeterd. De aanvrager ziet dit direct.',
  form: gegevensForm,
  uitleg: () => texts.uitleg,
  velden: ({ gegevens: nu }) => [
    { soort: 'regel', ...labelled(texts, 'omschrijving'), value: nu?.omschrijving ?? '' },
    { soort: 'datum', ...labelled(texts, 'startdatum'), value: nu?.startdatum ?? '' },
    { soort: 'regel', ...labelled(texts, 'naam'), value: nu?.naam ?? '' },
    { soort: 'regel', ...labelled(texts, 'nummer'), optional: true },
    { soort: 'regel', ...labelled(texts, 'vestiging'), optional: true },
    { soort: 'lang', ...labelled(texts, 'adres'), optional: true, value: nu?.adres ?? '' },
    { soort: 'regel', ...labelled(texts, 'telefoonnummer'), optional: true, value: nu?.telefoonnummer ?? '' },
    { soort: 'lang', name: 'aanleiding', label: texts.aanleiding },
    toelichting,
  ],
} as const satisfies Handelingspagina
