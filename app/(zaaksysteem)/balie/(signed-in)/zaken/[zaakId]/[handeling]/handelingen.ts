import { z } from 'zod'
import { addToDate } from '#lib/platform/calendar.ts'
import { versie } from '#lib/ui/form/fields.ts'
import { labelled, optionsOf } from '#lib/ui/form/form-field.tsx'
import { euros } from '#lib/ui/text/amounts.ts'
import { shortDate, shortMoment } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import { currentInformatieobjecttypen, type Resultaattype, type Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { maxVerlenging } from '#lib/zaaksysteem/termijn/beslistermijn.ts'
import type { Dwangsom } from '#lib/zaaksysteem/termijn/dwangsom.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { ontbrekend } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { besluitNaam } from '#lib/zaaksysteem/zaak/handelingen/besluit/besluit-naam.ts'
import { bekendVanKracht } from '#lib/zaaksysteem/zaak/handelingen/besluit/besluitdatums.ts'
import { ontwerpOf } from '#lib/zaaksysteem/zaak/handelingen/besluit/procedure.ts'
import type { Handelingsnaam } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { fataleDatumOp, resumed } from '#lib/zaaksysteem/zaak/handelingen/rules.ts'
import { movesTerm } from '#lib/zaaksysteem/zaak/handelingen/te-laat/announce-vertraging.ts'
import { dwangsomVan } from '#lib/zaaksysteem/zaak/handelingen/te-laat/set-dwangsom.ts'
import type { Aanvullingsverzoek } from '#lib/zaaksysteem/zaak/wijziging/aanvullingsverzoek.ts'
import type { Besluit } from '#lib/zaaksysteem/zaak/wijziging/besluiten.ts'
import type { Dossier } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { codeOptions, namedOptions } from '../../../options.ts'
import type { Veld } from '../../../velden.tsx'
import { besluitVelden, vandaag } from '../besluit-velden.ts'
import { openVraag } from '../van-aanvrager.tsx'
import { statusForm, toelichtingForm } from '../zaak-fields.ts'
import {
  AANTAL_ONDERDELEN,
  aanvullenForm,
  BETALEN,
  bekendmakenForm,
  besluitcorrectieForm,
  besluitintrekkingForm,
  briefForm,
  documentForm,
  documentintrekkingForm,
  doorzendenForm,
  dwangsomForm,
  ERBIJ,
  formulierhosts,
  GEEN,
  gegevensForm,
  ontvangenForm,
  opForm,
  opschortenForm,
  uiterlijkForm,
  vastleggenForm,
  verlengenForm,
  vertragingForm,
  zienswijzenForm,
} from './forms.ts'

const TWEE_WEKEN = 'P2W'

type Context = { zaak: ZaakDetail; today: string }
type Datumnaam = 'besluitdatum' | 'bekendmakingsdatum' | 'terinzagedatum' | 'ingangsdatum' | 'vervaldatum'

/** The data that the fields depend on, of one zaak or common to many. */
type VeldenContext = {
  redenen: Zaaktype['opschortingsredenen']
  maxVerlenging: number
  uiterlijkeEinddatum: string
  /** the last day to send the aanvullingen */
  opgeschortTot?: string | null
  /** aanvullingen that have not been received */
  ontbrekend: Aanvullingsverzoek['onderdelen']
  /** the possible resultaten of a besluit */
  besluittypen: Resultaattype[]
  /** the besluiten in force, with their names */
  besluiten: (Besluit & { naam: string })[]
  isAfgehandeld: boolean
  /**
   * the zaaktype's kinds of document, the documents for the aanvrager, and files that are not a document yet
   */
  informatieobjecttypen: Zaaktype['informatieobjecttypen']
  documenten: Dossier['documenten']
  losseBestanden: Dossier['losseBestanden']
  today: string
  /** the dwangsom; null without an ingebrekestelling */
  owed: Dwangsom | null
  /** only for one zaak */
  gegevens?: { omschrijving: string; startdatum: string; naam: string; adres: string; telefoonnummer: string }
}

export type Handelingspagina = {
  form: z.ZodType
  uitleg: (context: Context) => readonly string[]
  velden: (context: VeldenContext) => Veld[]
}

const {
  opschorten,
  hervatten,
  verlengen,
  aanvullen,
  'aanvulling-verlengen': meerTijd,
  'aanvulling-ontvangen': ontvangen,
  zienswijzen,
  'vertraging-melden': vertragingMelden,
  ingebrekestelling,
  'per-post': perPost,
  'vraag-beantwoorden': beantwoorden,
  'intrekking-afwijzen': afwijzen,
  corrigeren,
  herstellen,
  'besluit-bekendmaken': bekendmaken,
  'besluit-vastleggen': vastleggen,
  'besluit-corrigeren': besluitCorrigeren,
  'besluit-intrekken': intrekken,
  'document-toevoegen': document,
  'document-intrekken': documentIntrekken,
  gegevens,
  doorzenden,
  'dwangsom-vaststellen': dwangsom,
} = handelingen

const toelichting: Veld = { soort: 'lang', ...labelled(handelingen, 'toelichting'), optional: true }
const waarom: Veld = { soort: 'lang', name: 'toelichting', label: handelingen.waarom }

/** The statutory date as of today, also when nobody has recorded yet that the term resumed. */
function fataleDatumOf({ zaak, today }: Context): string {
  return fataleDatumOp(zaak, zaak.zaaktype, today) ?? zaak.uiterlijkeEinddatum
}

function tweeWeken(vanaf: string, tekst: (datum: string) => string) {
  const datum = addToDate(vanaf, TWEE_WEKEN)
  return { tekst: tekst(shortDate(datum)), datum }
}

/** The start and the last day of a suspension, and whether the term resumes by itself. */
export function stilstandOf({ opschorting, opgeschortOp, opgeschortTot }: ZaakDetail): string {
  const vanaf = shortDate(addToDate(opgeschortOp as string, 'P1D'))
  const text = opschorting === 'instemming' ? handelingen.uitgesteld : handelingen.staatStil
  return text(vanaf, shortDate(opgeschortTot as string))
}

/** The decision by operation of law, and the last day of its bekendmaking. */
export function vanRechtswegeOf({ resource: { vanRechtswege } }: ZaakDetail): string {
  const { datum = '', ingangsdatum = '', bekendmakenUiterlijk = '' } = vanRechtswege ?? {}
  return handelingen.vanRechtswege(shortDate(datum), shortDate(ingangsdatum), shortDate(bekendmakenUiterlijk))
}

export function veldenContext({ zaak, today }: Context): VeldenContext {
  const { zaaktype, resultaat, einddatum } = zaak
  const isAfgehandeld = einddatum !== null
  return {
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

/** No date is proposed once the term has passed. */
const firstDay = (uiterlijkeEinddatum: string, today: string): Veld => {
  const isOver = uiterlijkeEinddatum < today
  const hint = isOver ? opschorten.opVoorbij(shortDate(uiterlijkeEinddatum)) : opschorten.opHint
  return { soort: 'datum', ...labelled(opschorten, 'op'), hint, ...(!isOver && { gebruikelijk: vandaag(today) }) }
}

/** The date of the letter counts: today, unless it was sent before. */
const verzondenOp = (today: string): Veld => ({
  soort: 'datum',
  name: 'op',
  label: handelingen.verzondenOp,
  hint: handelingen.verzondenOpHint,
  value: today,
})

/** No field for a form when no form host is configured. */
function formulierVeld(index: number): Veld[] {
  const hosts = formulierhosts()
  if (hosts.length === 0) return []
  const { formulier: label, formulierHint } = aanvullen
  return [{ soort: 'regel', name: `formulier${index}`, label, hint: formulierHint(hosts), optional: true }]
}

const KIES = { value: '', label: handelingen.kies }

/** A select without a default, except a single option or a usual value. */
const keuze = (name: string, label: string, options: { value: string; label: string }[], value?: string): Veld => ({
  soort: 'keuze',
  name,
  label,
  options: options.length === 1 ? options : [KIES, ...options],
  ...(value && { value }),
})

/** A select of the options and none; no field without options. */
const orNone = (name: string, label: string, none: string, options: { value: string; label: string }[]): Veld[] =>
  options.length === 0 ? [] : [keuze(name, label, [{ value: GEEN, label: none }, ...options])]

const welkBesluit = ({ besluiten }: VeldenContext): Veld =>
  keuze('besluit', handelingen.welkBesluit, namedOptions(besluiten))

/**
 * Acts without a page of their own: two are on the page of the zaak, the others are of the aanvrager, of the
 * law or bulk only.
 */
type Elsewhere =
  | 'status'
  | 'heropenen'
  | 'aanvulling-gemeld'
  | 'aanvulling-verlopen'
  | 'ingebrekestelling-vervallen'
  | 'stilstand-vervolgen'
  | 'van-rechtswege'
  | 'herberekenen'
export type Handelingspad = Exclude<Handelingsnaam, Elsewhere>

/** The acts with a page of their own, by its last path segment. */
export const HANDELINGSPAGINAS = {
  opschorten: {
    form: opschortenForm,
    uitleg: ({ zaak }) => (zaak.opschorting ? [opschorten.erbij, ...opschorten.uitleg] : opschorten.uitleg),
    velden: ({ redenen, uiterlijkeEinddatum, today }) => [
      keuze(
        'reden',
        opschorten.reden,
        redenen.map(({ code, intern, grond }) => ({ value: code, label: opschorten.keuze(intern, grond) })),
      ),
      firstDay(uiterlijkeEinddatum, today),
      { soort: 'datum', ...labelled(opschorten, 'tot') },
      toelichting,
    ],
  },
  hervatten: {
    form: opForm,
    uitleg: ({ zaak, today }) => {
      const { einddatumGepland, uiterlijkeEinddatum } = { ...zaak, ...resumed(zaak, zaak.zaaktype, today) }
      return [stilstandOf(zaak), hervatten.straks(shortDate(einddatumGepland), shortDate(uiterlijkeEinddatum))]
    },
    velden: ({ today }) => [
      { soort: 'datum', ...labelled(hervatten, 'op'), gebruikelijk: vandaag(today) },
      toelichting,
    ],
  },
  verlengen: {
    form: verlengenForm,
    uitleg: ({ zaak }) => {
      const { uiterlijkeEinddatum, zaaktype } = zaak
      const { grondslag = '' } = zaaktype.verlengingstermijn ?? {}
      return [verlengen.uitleg(shortDate(uiterlijkeEinddatum), maxVerlenging(zaak, zaaktype), grondslag)]
    },
    velden: ({ maxVerlenging, today }) => [
      verzondenOp(today),
      { soort: 'aantal', name: 'dagen', label: verlengen.dagen, hint: verlengen.dagenHint(maxVerlenging) },
      waarom,
    ],
  },
  aanvullen: {
    form: aanvullenForm,
    uitleg: ({ zaak, today }) => {
      if (zaak.opschorting === 'aanvulling') return aanvullen.opnieuw(shortDate(zaak.opgeschortTot as string))
      return zaak.uiterlijkeEinddatum < today ? aanvullen.teLaat(shortDate(zaak.uiterlijkeEinddatum)) : aanvullen.uitleg
    },
    velden: ({ ontbrekend, today }) => [
      verzondenOp(today),
      {
        soort: 'datum',
        ...labelled(aanvullen, 'uiterlijk'),
        gebruikelijk: tweeWeken(today, handelingen.gebruikelijk.tweeWeken),
      },
      ...Array.from({ length: AANTAL_ONDERDELEN }, (_, index): Veld => {
        const optional = index > 0
        const isOpen = !optional || index < ontbrekend.length
        return {
          soort: 'groep',
          legend: aanvullen.onderdeel(index + 1),
          isOpen,
          velden: [
            {
              soort: 'regel',
              name: `naam${index}`,
              label: aanvullen.naam,
              hint: aanvullen.naamHint,
              optional,
              value: ontbrekend[index]?.naam ?? '',
            },
            { soort: 'regel', name: `uitleg${index}`, label: aanvullen.uitlegOnderdeel, optional: true },
            ...formulierVeld(index),
          ],
        }
      }),
      toelichting,
    ],
  },
  'aanvulling-verlengen': {
    form: uiterlijkForm,
    uitleg: ({ zaak }) => meerTijd.uitleg(shortDate(zaak.opgeschortTot as string)),
    velden: ({ opgeschortTot, today }) => [
      {
        soort: 'datum',
        ...labelled(meerTijd, 'uiterlijk'),
        gebruikelijk: tweeWeken(opgeschortTot ?? today, handelingen.gebruikelijk.tweeWekenErbij),
      },
      toelichting,
    ],
  },
  'aanvulling-ontvangen': {
    form: ontvangenForm,
    uitleg: ({ zaak: { aanvullingsverzoek } }) => {
      const { op = '', tot = '', einde, hervatOp } = aanvullingsverzoek ?? {}
      return [
        ontvangen.gevraagd(shortDate(op), shortDate(tot)),
        ...(einde === 'aanvulling_gemeld' && hervatOp ? [ontvangen.gemeld(shortDate(hervatOp))] : []),
        ...ontvangen.gevolg,
      ]
    },
    velden: ({ ontbrekend, today }) => [
      {
        soort: 'vinkjes',
        name: 'aanvullingen',
        legend: ontvangen.onderdelen,
        options: namedOptions(ontbrekend),
      },
      { soort: 'datum', ...labelled(ontvangen, 'op'), gebruikelijk: vandaag(today) },
      toelichting,
    ],
  },
  zienswijzen: {
    form: zienswijzenForm,
    uitleg: ({ zaak }) => {
      const { zienswijzenUiterlijk = '' } = ontwerpOf({ zaak, zaaktype: zaak.zaaktype }) ?? {}
      return zienswijzen.uitleg(shortDate(zienswijzenUiterlijk))
    },
    velden: () => [keuze('gekomen', zienswijzen.gekomen, optionsOf(zienswijzen.antwoorden))],
  },
  'vertraging-melden': {
    form: vertragingForm,
    uitleg: (context) => {
      const { uitleg, redelijk } = vertragingMelden
      const moves = movesTerm({ ...context, zaaktype: context.zaak.zaaktype })
      return (moves ? redelijk : uitleg)(shortDate(fataleDatumOf(context)))
    },
    velden: ({ today }) => [verzondenOp(today), { soort: 'datum', ...labelled(vertragingMelden, 'verwacht') }, waarom],
  },
  ingebrekestelling: {
    form: opForm,
    uitleg: (context) => {
      const { geenDwangsom } = context.zaak.zaaktype
      const fataal = shortDate(fataleDatumOf(context))
      return geenDwangsom ? ingebrekestelling.geenDwangsom(fataal, geenDwangsom) : ingebrekestelling.uitleg(fataal)
    },
    velden: ({ today }) => [
      { soort: 'datum', ...labelled(ingebrekestelling, 'op'), gebruikelijk: vandaag(today) },
      toelichting,
    ],
  },
  'per-post': {
    form: briefForm,
    uitleg: () => perPost.uitleg,
    velden: () => [{ soort: 'datum', name: 'op', label: perPost.op }],
  },
  'vraag-beantwoorden': {
    form: toelichtingForm,
    uitleg: ({ zaak }) => {
      const asked = openVraag(zaak)
      return asked ? [beantwoorden.uitleg(shortMoment(asked.tijdstip)), asked.tekst ?? ''] : []
    },
    velden: () => [{ soort: 'lang', name: 'toelichting', label: beantwoorden.antwoord }],
  },
  'intrekking-afwijzen': {
    form: toelichtingForm,
    uitleg: () => afwijzen.uitleg,
    velden: () => [waarom],
  },
  'dwangsom-vaststellen': {
    form: dwangsomForm,
    uitleg: ({ zaak, today }) => {
      const owed = dwangsomVan(zaak, today) as Dwangsom
      const { bekend, loopt, geen, bezwaar } = dwangsom.uitleg
      if (!owed.vaststellenUiterlijk) return [owed.volgendeDag === 0 ? geen : loopt, bezwaar]
      return [bekend(owed.dagen, euros(owed.bedrag), shortDate(owed.vaststellenUiterlijk)), bezwaar]
    },
    velden: ({ owed }) => [
      keuze('grond', dwangsom.grond, [
        ...(owed?.vaststellenUiterlijk ? [{ value: BETALEN, label: dwangsom.betalen(euros(owed.bedrag)) }] : []),
        ...optionsOf(dwangsom.gronden),
      ]),
      {
        soort: 'datum',
        name: 'bekendmakingsdatum',
        label: handelingen.bekendmakingsdatum,
        hint: dwangsom.bekendmakingsdatumHint,
      },
      toelichting,
    ],
  },
  doorzenden: {
    form: doorzendenForm,
    uitleg: () => doorzenden.uitleg,
    velden: () => [
      { soort: 'regel', ...labelled(doorzenden, 'naar') },
      { soort: 'datum', name: 'op', label: doorzenden.op },
      keuze('geheel', doorzenden.geheel, optionsOf(doorzenden.hoeveel)),
      toelichting,
    ],
  },
  corrigeren: {
    form: toelichtingForm,
    uitleg: ({ zaak }) => {
      const [last] = zaak.history
      return [
        corrigeren.uitleg(
          last?.resultaatOmschrijving ?? last?.statusOmschrijving ?? '',
          last?.vorigeStatusOmschrijving ?? '',
        ),
      ]
    },
    velden: () => [waarom],
  },
  gegevens: {
    form: gegevensForm,
    uitleg: () => gegevens.uitleg,
    velden: ({ gegevens: nu }) => [
      { soort: 'regel', ...labelled(gegevens, 'omschrijving'), value: nu?.omschrijving ?? '' },
      { soort: 'datum', ...labelled(gegevens, 'startdatum'), value: nu?.startdatum ?? '' },
      { soort: 'regel', ...labelled(gegevens, 'naam'), value: nu?.naam ?? '' },
      { soort: 'regel', ...labelled(gegevens, 'nummer'), optional: true },
      { soort: 'regel', ...labelled(gegevens, 'vestiging'), optional: true },
      { soort: 'lang', ...labelled(gegevens, 'adres'), optional: true, value: nu?.adres ?? '' },
      { soort: 'regel', ...labelled(gegevens, 'telefoonnummer'), optional: true, value: nu?.telefoonnummer ?? '' },
      { soort: 'lang', name: 'aanleiding', label: gegevens.aanleiding },
      toelichting,
    ],
  },
  herstellen: {
    form: toelichtingForm,
    uitleg: ({ zaak }) => [herstellen.uitleg(wijzigingen[zaak.history[0]?.soort ?? 'herstel'].verloop ?? '')],
    velden: () => [waarom],
  },
  'besluit-bekendmaken': {
    form: bekendmakenForm,
    uitleg: ({ zaak }) => [vanRechtswegeOf(zaak), ...bekendmaken.uitleg],
    velden: () => [{ soort: 'datum', ...labelled(handelingen, 'bekendmakingsdatum') }, toelichting],
  },
  'besluit-vastleggen': {
    form: vastleggenForm,
    uitleg: ({ zaak }) => [zaak.einddatum ? vastleggen.uitleg.afgehandeld : vastleggen.uitleg.open],
    velden: ({ besluittypen, besluiten, isAfgehandeld, today }) => [
      keuze('besluittype', vastleggen.besluittype, codeOptions(besluittypen)),
      ...(besluiten.length > 0
        ? [
            keuze('vervangt', vastleggen.vervangt, [
              ...(isAfgehandeld ? [] : [{ value: ERBIJ, label: vastleggen.erbij }]),
              ...besluiten.map(({ id, naam }) => ({ value: id, label: vastleggen.inPlaatsVan(naam) })),
            ]),
          ]
        : []),
      ...besluitVelden(today, besluittypen),
      toelichting,
    ],
  },
  'besluit-corrigeren': {
    form: besluitcorrectieForm,
    uitleg: () => besluitCorrigeren.uitleg,
    velden: (context) => {
      const { besluiten } = context
      // with several besluiten the form does not know yet which one
      const only = besluiten.length === 1 ? besluiten[0] : undefined
      const veld = (name: Datumnaam, date: string | null | undefined, hint: string = besluitCorrigeren.leeg): Veld => {
        const value = date ?? ''
        return { soort: 'datum', name, label: handelingen[name], value, optional: true, hint: value ? undefined : hint }
      }
      // a date that began with the bekendmaking moves with it
      const apart = (date: string | null | undefined) => (date === only?.bekendmakingsdatum ? undefined : date)
      return [
        welkBesluit(context),
        veld('besluitdatum', only?.datum),
        veld('bekendmakingsdatum', only?.bekendmakingsdatum),
        ...(besluiten.some(({ terinzagedatum }) => terinzagedatum !== null)
          ? [veld('terinzagedatum', apart(only?.terinzagedatum), only && handelingen.terinzagedatumHint)]
          : []),
        veld('ingangsdatum', apart(only?.ingangsdatum), only && handelingen.ingangsdatumHint),
        veld('vervaldatum', only?.vervaldatum),
        { soort: 'vinkje', name: 'vergissing', label: besluitCorrigeren.vergissing, value: false },
        waarom,
      ]
    },
  },
  'besluit-intrekken': {
    form: besluitintrekkingForm,
    uitleg: () => intrekken.uitleg,
    velden: (context) => [
      welkBesluit(context),
      keuze('vervalreden', intrekken.vervalreden, optionsOf(intrekken.vervalredenen)),
      { soort: 'datum', name: 'vanaf', label: intrekken.vanaf },
      { soort: 'datum', ...labelled(intrekken, 'besluitdatum'), gebruikelijk: vandaag(context.today) },
      { soort: 'datum', ...labelled(intrekken, 'bekendmakingsdatum'), gebruikelijk: vandaag(context.today) },
      waarom,
    ],
  },
  'document-toevoegen': {
    form: documentForm,
    uitleg: () => document.uitleg,
    velden: ({ losseBestanden, informatieobjecttypen, besluiten, documenten, today }) => {
      const [newest] = losseBestanden
      return [
        keuze('bestand', document.bestand, namedOptions(losseBestanden), newest?.id),
        {
          soort: 'regel',
          name: 'titel',
          label: document.titelVeld,
          value: newest?.naam.replace(/\.\w{1,8}$/, '') ?? '',
        },
        keuze(
          'informatieobjecttype',
          document.soort,
          codeOptions(informatieobjecttypen.filter(({ richting }) => richting !== 'intern')),
        ),
        { soort: 'datum', ...labelled(document, 'datum'), gebruikelijk: vandaag(today) },
        ...orNone('besluit', document.besluit, document.geenBesluit, namedOptions(besluiten)),
        ...orNone(
          'vervangt',
          document.vervangt,
          document.nieuw,
          documenten.map(({ id, titel }) => ({ value: id, label: titel })),
        ),
        { soort: 'datum', ...labelled(document, 'zichtbaarVanaf'), optional: true },
      ]
    },
  },
  'document-intrekken': {
    form: documentintrekkingForm,
    uitleg: () => documentIntrekken.uitleg,
    velden: ({ documenten }) => [
      keuze(
        'document',
        documentIntrekken.document,
        documenten.map(({ id, titel }) => ({ value: id, label: titel })),
      ),
      waarom,
    ],
  },
} as const satisfies Record<Handelingspad, Handelingspagina>

/** The acts of a behandelaar; two of them are on the page of the zaak itself. */
export const FORMS = { status: { form: statusForm }, heropenen: { form: toelichtingForm }, ...HANDELINGSPAGINAS }
export type Formnaam = keyof typeof FORMS

/** The hidden fields of every act. */
export const hiddenFields = z.object({
  handeling: z.enum(Object.keys(FORMS) as Formnaam[]),
  zaakId: z.uuid(),
  versie,
  bekendmakingLater: z.string().optional(),
  hersteltermijnKort: z.string().optional(),
  terug: z.string().optional(),
})
