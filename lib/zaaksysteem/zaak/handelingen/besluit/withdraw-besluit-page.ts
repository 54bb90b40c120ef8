import { z } from 'zod'
import { labelled, optionsOf } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, keuze, toelichtingForm, vandaag, waarom, welkBesluit } from '../velden.ts'

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
  toets: 't',
  knop: 'Besluit intrekken',
  gedaan: 'Opgeslagen. Het besluit is ingetrokken. De aanvrager ziet dit direct.',
  form: besluitintrekkingForm,
  uitleg: () => texts.uitleg,
  velden: (context) => [
    welkBesluit(context),
    keuze('vervalreden', texts.vervalreden, optionsOf(texts.vervalredenen)),
    { soort: 'datum', name: 'vanaf', label: texts.vanaf },
    { soort: 'datum', ...labelled(texts, 'besluitdatum'), gebruikelijk: vandaag(context.today) },
    { soort: 'datum', ...labelled(texts, 'bekendmakingsdatum'), gebruikelijk: vandaag(context.today) },
    waarom,
  ],
} as const satisfies Handelingspagina
