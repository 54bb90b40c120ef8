import { z } from 'zod'
import { codeOptions, labelled, namedOptions } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, datumOfVandaag, keuze, line, optionalDatum, orNone, uuidOrGeen } from '../velden.ts'

const texts = {
  uitleg: [
    'De aanvrager leest dit document op Mijn zaken. Hij krijgt bericht dat er een document is, niet wat erin staat.',
    'Een besluit leest hij niet eerder dan op de dag van de bekendmaking.',
  ],
  bestand: 'Welk bestand?',
  titelVeld: 'Titel, zoals de aanvrager die leest',
  soort: 'Soort document',
  datum: 'Datum van het document',
  besluit: 'Staat in dit document een besluit?',
  geenBesluit: 'Nee',
  vervangt: 'Komt dit in de plaats van een ander document?',
  nieuw: 'Nee, dit is een nieuw document',
  zichtbaarVanaf: 'De aanvrager leest het vanaf',
  zichtbaarVanafHint: 'Leeg: vanaf vandaag. Staat er een besluit in? Dan vanaf de dag van de bekendmaking.',
} as const

const { fout } = handelingen

const documentForm = z.object({
  bestand: z.uuid(fout.kiesBestand),
  titel: line(200).pipe(z.string().trim().min(1, fout.leeg)),
  informatieobjecttype: z.string(fout.kiesSoort).regex(/^[\w-]{1,80}$/, fout.kiesSoort),
  datum,
  besluit: uuidOrGeen(fout.kiesOfBesluit),
  vervangt: uuidOrGeen(fout.kiesOfVervangt),
  zichtbaarVanaf: optionalDatum,
})

export const ADD_DOCUMENT_TO_ZAAK_PAGE = {
  titel: 'Document toevoegen',
  groep: 'bericht',
  toets: 'y',
  knop: 'Document toevoegen',
  gedaan: 'Opgeslagen. Het document is toegevoegd. Hieronder staat vanaf wanneer de aanvrager het leest.',
  form: documentForm,
  uitleg: () => texts.uitleg,
  velden: ({ losseBestanden, informatieobjecttypen, besluiten, documenten, today }) => {
    const [newest] = losseBestanden
    return [
      keuze('bestand', texts.bestand, namedOptions(losseBestanden), newest?.id),
      {
        soort: 'regel',
        name: 'titel',
        label: texts.titelVeld,
        value: newest?.naam.replace(/\.\w{1,8}$/, '') ?? '',
      },
      keuze(
        'informatieobjecttype',
        texts.soort,
        codeOptions(informatieobjecttypen.filter(({ richting }) => richting !== 'intern')),
      ),
      datumOfVandaag(today, labelled(texts, 'datum')),
      ...orNone('besluit', texts.besluit, texts.geenBesluit, namedOptions(besluiten)),
      ...orNone(
        'vervangt',
        texts.vervangt,
        texts.nieuw,
        documenten.map(({ id, titel }) => ({ value: id, label: titel })),
      ),
      { soort: 'datum', ...labelled(texts, 'zichtbaarVanaf'), optional: true },
    ]
  },
} as const satisfies Handelingspagina
