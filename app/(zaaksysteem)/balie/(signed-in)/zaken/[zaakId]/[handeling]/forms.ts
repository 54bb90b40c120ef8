import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { DWANGSOMGRONDEN } from '#lib/contract/zaak-resource.ts'
import { list, storableText, withoutGroups } from '#lib/ui/form/fields.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { isFormulierOfGemeente } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { besluitdatums, confirmed, datum, optionalDatum, toelichtingForm } from '../zaak-fields.ts'

/** The number of aanvullingen in one request: a form without JavaScript cannot grow. */
export const AANTAL_ONDERDELEN = 4

const MAX_AANLEIDING = 1000
const MAX_NAAR = 200
const KVK_DIGITS = 8

const { fout } = handelingen

const text = (max: number) => storableText(max, { teLang: fout.onderdeelTeLang, teken: balie.fout.teken })
const line = (max: number) => text(max).regex(ONE_LINE, staff.eenRegel).default('')

export const opschortenForm = toelichtingForm.extend({
  reden: z.string(fout.kiesReden).regex(/^[\w-]{1,80}$/, fout.kiesReden),
  op: datum,
  tot: datum,
})

export const opForm = toelichtingForm.extend({ op: datum })

export const doorzendenForm = toelichtingForm.extend({
  naar: line(MAX_NAAR).pipe(z.string().trim().min(1, fout.leeg)),
  op: datum,
  geheel: z.enum(['geheel', 'deels'], fout.kiesHoeveel).transform((value) => value === 'geheel'),
})

/** The value of `grond` when the amount is owed. */
export const BETALEN = 'betalen'

export const dwangsomForm = toelichtingForm.extend({
  bekendmakingsdatum: datum,
  grond: z
    .enum([BETALEN, ...DWANGSOMGRONDEN], fout.kiesDwangsom)
    .transform((value) => (value === BETALEN ? undefined : value)),
})
export const ontvangenForm = opForm.extend({ aanvullingen: list(z.array(z.uuid()).min(1, fout.kiesOnderdeel)) })

/** The date of the letter; today when it is empty. */
const verzonden = { op: optionalDatum }

export const uiterlijkForm = toelichtingForm.extend({ uiterlijk: datum })

export const verlengenForm = toelichtingForm.extend({
  ...verzonden,
  dagen: z.coerce.number(fout.geenAantal).pipe(z.int32(fout.geenAantal).positive(fout.geenAantal)),
})

/** The value of `vervangt` for a besluit beside the earlier ones. */
export const ERBIJ = 'erbij'

export const vastleggenForm = toelichtingForm.extend({
  besluittype: z.string(fout.kiesBesluit).regex(/^[\w-]{1,80}$/, fout.kiesBesluit),
  ...besluitdatums,
  besluitdatum: datum,
  bekendmakingsdatum: datum,
  aanvullingBekeken: confirmed,
  // absent without an earlier besluit
  vervangt: z
    .string()
    .optional()
    .refine((value) => value !== '', fout.kiesVervangt)
    .transform((value) => (value === ERBIJ ? undefined : value)),
})

export const bekendmakenForm = toelichtingForm.extend({ bekendmakingsdatum: datum })

const besluit = z.uuid(fout.kiesBesluit)

export const besluitcorrectieForm = toelichtingForm.extend({ besluit, ...besluitdatums, vergissing: confirmed })

export const besluitintrekkingForm = toelichtingForm.extend({
  besluit,
  vervalreden: z.enum(['ingetrokken_overheid', 'ingetrokken_belanghebbende'], fout.kiesReden),
  vanaf: datum,
  besluitdatum: datum,
  bekendmakingsdatum: datum,
})

/** The value of a select for none of its options. */
export const GEEN = 'geen'

const uuidOrGeen = (error: string) =>
  z
    .union([z.uuid(), z.literal(GEEN)], error)
    .default(GEEN)
    .transform((value) => (value === GEEN ? undefined : value))

export const documentForm = z.object({
  bestand: z.uuid(fout.kiesBestand),
  titel: line(200).pipe(z.string().trim().min(1, fout.leeg)),
  informatieobjecttype: z.string(fout.kiesSoort).regex(/^[\w-]{1,80}$/, fout.kiesSoort),
  datum,
  besluit: uuidOrGeen(fout.kiesOfBesluit),
  vervangt: uuidOrGeen(fout.kiesOfVervangt),
  zichtbaarVanaf: optionalDatum,
})

export const documentintrekkingForm = toelichtingForm.extend({ document: z.uuid(fout.kiesDocument) })

export const briefForm = z.object({ op: datum })

/** Without a toelichting: the portal has a sentence for each answer. */
export const zienswijzenForm = z.object({
  gekomen: z.enum(['ja', 'nee'], fout.kiesZienswijzen).transform((value) => value === 'ja'),
})

export const vertragingForm = toelichtingForm.extend({ ...verzonden, verwacht: datum })

/** The hosts of the municipality's forms. */
export const formulierhosts = () => zaaksysteemEnv().ZAAKSYSTEEM_FORMULIERHOSTS

const https = z.url({ protocol: /^https$/ }).max(500)

const link = z
  .string()
  .default('')
  .refine((url) => url === '' || https.safeParse(url).success, { error: fout.geenLink, abort: true })
  .refine((url) => url === '' || isFormulierOfGemeente(url, formulierhosts()), {
    error: () => fout.linkElders(formulierhosts()),
  })

const onderdelen = Array.from({ length: AANTAL_ONDERDELEN }, (_, index) => index)

/** A row without a name is dropped; the first row, and a row with other values, needs one. */
export const aanvullenForm = toelichtingForm
  .extend({ op: z.string().default(''), uiterlijk: z.string() })
  .extend(
    Object.fromEntries(
      onderdelen.flatMap((index) => [
        [`naam${index}`, line(80)],
        [`uitleg${index}`, text(500).default('')],
        [`formulier${index}`, link],
      ]),
    ),
  )
  .transform(({ op, uiterlijk, toelichting, ...rows }, { addIssue }) => {
    // parsed here, so that all errors are reported at once
    for (const [name, read] of Object.entries({
      op: optionalDatum.safeParse(op),
      uiterlijk: datum.safeParse(uiterlijk),
    })) {
      if (!read.success) addIssue({ code: 'custom', message: fout.geenDatum, path: [name] })
    }
    const value = (name: string) => (rows as Record<string, string>)[name] || undefined
    const aanvullingen = onderdelen.flatMap((index) => {
      const [naam, toelichting, formulier] = [`naam${index}`, `uitleg${index}`, `formulier${index}`].map(value)
      if (naam) return [{ naam, toelichting, formulier }]
      if (index === 0 || toelichting || formulier) {
        addIssue({ code: 'custom', message: fout.geenOnderdeel, path: [`naam${index}`] })
      }
      return []
    })
    return { op: op || undefined, uiterlijk, toelichting: toelichting as string, aanvullingen }
  })

const nummer = z.string().default('').transform(withoutGroups)
const aanleiding = text(MAX_AANLEIDING).default('').pipe(z.string().trim().min(1, fout.leeg))

/** Validated by the rules of the registration. A KvK-nummer has eight digits, a BSN nine. */
export const gegevensForm = toelichtingForm
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
