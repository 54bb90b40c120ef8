import { z } from 'zod'
import { besluitintrekkingRequest } from '#lib/contract/handeling-requests.ts'
import { labelled, optionsOf } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { BesluitAtVersie } from '../../wijziging/besluiten.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { REASON_REQUIRED, type Subject } from '../rules.ts'
import { datum, datumOfVandaag, keuze, toelichtingForm, waarom, welkBesluit } from '../velden.ts'
import {
  BEKENDMAKING_BEFORE_BESLUIT,
  BEKENDMAKING_TOO_FAR,
  BESLUIT_IN_FUTURE,
  BESLUIT_UNKNOWN,
  besluitOf,
  isTooFarAhead,
  NO_BESLUIT,
  VERVALT_BEFORE_INGANG,
} from './besluitdatums.ts'
import { NOT_MADE_KNOWN } from './given-by-law.ts'

type Withdrawal = InputOf<typeof besluitintrekkingRequest>

/** Returns the dates of the intrekking, which is a besluit itself. */
function datumsOf({ input, today }: Subject<Withdrawal>) {
  const { besluitdatum: datum = today, bekendmakingsdatum = datum } = input
  return { datum, bekendmakingsdatum }
}

const breaks =
  (broken: (besluit: BesluitAtVersie, subject: Subject<Withdrawal>) => boolean) => (subject: Subject<Withdrawal>) => {
    const besluit = besluitOf(subject)
    return besluit !== undefined && broken(besluit, subject)
  }

/** Besluit intrekken: ends a besluit from a day on. */
export const WITHDRAW_BESLUIT = {
  soort: 'besluit_ingetrokken',
  auditnaam: 'besluit_intrekken',
  recht: 'behandelen',
  needs: [NO_BESLUIT, NOT_MADE_KNOWN],
  rules: [
    BESLUIT_UNKNOWN,
    {
      ...BESLUIT_IN_FUTURE,
      broken: (subject) => datumsOf(subject).datum > subject.today,
    },
    {
      reason: 'intrekking_before_besluit',
      tekst: 'U kunt een besluit niet intrekken vóór het is genomen. Controleer de datum.',
      veld: 'besluitdatum',
      detail: 'besluitdatum must not lie before that of the besluit that is withdrawn.',
      broken: breaks((besluit, subject) => datumsOf(subject).datum < besluit.datum),
    },
    {
      ...BEKENDMAKING_BEFORE_BESLUIT,
      broken: (subject) => datumsOf(subject).bekendmakingsdatum < datumsOf(subject).datum,
    },
    {
      ...BEKENDMAKING_TOO_FAR,
      broken: (subject) => isTooFarAhead(datumsOf(subject).bekendmakingsdatum, subject.today),
    },
    {
      ...VERVALT_BEFORE_INGANG,
      detail: 'vanaf must not lie before the ingangsdatum.',
      broken: breaks((besluit, { input }) => input.vanaf < besluit.ingangsdatum),
    },
    REASON_REQUIRED,
  ],
  next: (subject) => {
    const { versie: _, ...besluit } = besluitOf(subject) as BesluitAtVersie
    const { datum, bekendmakingsdatum } = datumsOf(subject)
    const { vanaf: vervaldatum, vervalreden } = subject.input
    const withdrawn = { vervaldatum, vervalreden, intrekkingsdatum: datum, intrekkingBekendOp: bekendmakingsdatum }
    return { besluiten: [{ ...besluit, ...withdrawn }] }
  },
  api: {
    segment: 'besluitintrekkingen',
    scope: 'zaken.besluiten',
    schema: besluitintrekkingRequest,
    id: 'besluitIntrekken',
    name: 'Besluitintrekking',
    summary: 'Withdraw a besluit',
    example: {
      versie: 4,
      besluit: '0199a3f4-2a5b-7c6d-8e9f-1a2b3c4d5e6f',
      vanaf: '2027-01-01',
      vervalreden: 'ingetrokken_overheid',
      statustoelichting: 'De standplaats bestaat niet meer.',
    },
  },
} as const satisfies Act<Withdrawal>

export const withdrawBesluit = performing(WITHDRAW_BESLUIT)

const texts = {
  uitleg: [
    'Het besluit geldt niet meer vanaf de dag die u kiest. De zaak houdt haar status.',
    'Ook een intrekking is een besluit. Als de gemeente intrekt, kan de aanvrager daartegen bezwaar maken.',
  ],
  vervalreden: 'Wie wil dit?',
  vervalredenen: {
    ingetrokken_overheid: 'De gemeente trekt het besluit in',
    ingetrokken_belanghebbende: 'De aanvrager vroeg erom',
  },
  vanaf: 'Het besluit geldt niet meer vanaf',
  besluitdatum: 'Datum van de intrekking',
  bekendmakingsdatum: 'Intrekking bekendgemaakt op',
} as const

const { fout } = handelingen

const besluit = z.uuid(fout.kiesBesluit)

const besluitintrekkingForm = toelichtingForm.extend({
  besluit,
  vervalreden: z.enum(['ingetrokken_overheid', 'ingetrokken_belanghebbende'], fout.kiesReden),
  vanaf: datum,
  besluitdatum: datum,
  bekendmakingsdatum: datum,
})

export const WITHDRAW_BESLUIT_PAGE = {
  titel: 'Besluit intrekken',
  groep: 'besluit',
  toets: 't',
  knop: 'Besluit intrekken',
  gedaan: 'Opgeslagen. Het besluit is ingetrokken. De aanvrager ziet dit direct.',
  form: besluitintrekkingForm,
  uitleg: () => texts.uitleg,
  velden: (context) => [
    welkBesluit(context),
    keuze('vervalreden', texts.vervalreden, optionsOf(texts.vervalredenen)),
    datumOfVandaag(context.today, labelled(texts, 'vanaf')),
    datumOfVandaag(context.today, labelled(texts, 'besluitdatum')),
    datumOfVandaag(context.today, labelled(texts, 'bekendmakingsdatum')),
    waarom,
  ],
} as const satisfies Handelingspagina
