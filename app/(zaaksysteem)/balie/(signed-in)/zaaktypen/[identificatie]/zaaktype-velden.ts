import { OPSCHORTINGSGRONDEN, RECHTSMIDDELEN, RICHTINGEN, type Tweetalig } from '#lib/contract/zaak-resource.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { codeOptions, labelled, type Option, withAll } from '#lib/ui/form/labels.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import {
  BRONDATUMS,
  REGELINGEN,
  type Resultaattype,
  type Statustype,
  type ZaaktypeGegevens,
} from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { EENHEDEN, jarenOf, partsOf } from '../duur.ts'

/** The number of empty standaardteksten: a form without JavaScript cannot grow. */
export const NIEUWE_TEKSTEN = 2
/** The number of empty kinds of document. */
export const NIEUWE_SOORTEN = 2

type Teksten = Record<'omschrijving' | 'antwoord' | 'statustekst' | 'handeling', Tweetalig | null> & { intern: string }
type Status = Teksten & Pick<Statustype, 'informeren' | 'verplicht' | 'minstens'>
type Resultaat = Teksten &
  Pick<Resultaattype, 'isBesluit' | 'rechtsmiddel' | 'buitenBehandeling' | 'doorzending'> &
  Pick<Resultaattype, 'bewaartermijn' | 'brondatum' | 'selectielijst'>

const EMPTY: Teksten = { omschrijving: null, antwoord: null, statustekst: null, handeling: null, intern: '' }
const NEW_STATUS: Status = { ...EMPTY, informeren: true, verplicht: false, minstens: null }
const NEW_RESULTAAT: Resultaat = {
  ...EMPTY,
  ...{ isBesluit: true, rechtsmiddel: 'bezwaar', buitenBehandeling: false, doorzending: false },
  ...{ bewaartermijn: null, brondatum: 'afgehandeld', selectielijst: null },
}

const DUREN = EENHEDEN.map((value) => ({ value, label: texts.eenheden[value] }))
const REGELINGEN_KEUZE = REGELINGEN.map((value) => ({ value, label: texts.regelingen[value] }))
const GRONDEN = OPSCHORTINGSGRONDEN.map((value) => ({ value, label: texts.gronden[value] }))
const RICHTINGEN_KEUZE = RICHTINGEN.map((value) => ({ value, label: texts.richtingen[value] }))
const RECHTSMIDDELEN_KEUZE = RECHTSMIDDELEN.map((value) => ({ value, label: texts.rechtsmiddelen[value] }))
const BRONDATUMS_KEUZE = BRONDATUMS.map((value) => ({ value, label: texts.brondatums[value] }))
const KIES = { value: '', label: texts.kies }

const groep = (legend: string, velden: Veld[]): Veld => ({ soort: 'groep', legend, velden })

/** Groups of fields for additions. */
function nieuwe(
  what: 'nieuweStatus' | 'nieuwResultaat' | 'nieuweReden' | 'nieuweSoort',
  count: number,
  velden: (name: string) => Veld[],
): Veld[] {
  return Array.from({ length: count }, (_, index) => groep(`${texts[what]} ${index + 1}`, velden(`${what}.${index}`)))
}

const codeVeld = (name: string, hint: string): Veld => ({
  soort: 'regel',
  name: `${name}.code`,
  label: texts.code,
  hint,
  value: '',
})

/** The position of a new status; no choice for a zaaktype without statuses. */
function plaatsVelden(name: string, { statustypen }: ZaaktypeGegevens): Veld[] {
  const options = statustypen
    .slice(0, -1)
    .map(({ omschrijving }, na) => ({ value: String(na), label: omschrijving.nl }))
  const value = options.at(-1)?.value
  return value === undefined ? [] : [{ soort: 'keuze', name: `${name}.na`, label: texts.na, options, value }]
}

function statusVelden(name: string, status: Status): Veld[] {
  const { informeren, verplicht, minstens } = status
  const value = minstens ? partsOf(minstens).aantal : undefined
  return [
    ...tekstVelden(name, status),
    { soort: 'vinkje', name: `${name}.informeren`, label: texts.informeren, value: informeren },
    { soort: 'vinkje', name: `${name}.verplicht`, label: texts.verplicht, value: verplicht },
    { soort: 'aantal', ...labelled(texts, 'minstens'), name: `${name}.minstens`, optional: true, value },
  ]
}

function resultaatVelden(name: string, resultaat: Resultaat): Veld[] {
  const { isBesluit, rechtsmiddel, buitenBehandeling, doorzending, bewaartermijn, brondatum, selectielijst } = resultaat
  const jaren = bewaartermijn ? jarenOf(bewaartermijn) : undefined
  const [middelen, datums] = [RECHTSMIDDELEN_KEUZE, BRONDATUMS_KEUZE]
  const optional = true
  return [
    ...tekstVelden(name, resultaat),
    { soort: 'vinkje', name: `${name}.isBesluit`, label: texts.isBesluit, value: isBesluit },
    { soort: 'keuze', name: `${name}.rechtsmiddel`, label: texts.rechtsmiddel, options: middelen, value: rechtsmiddel },
    { soort: 'vinkje', name: `${name}.buitenBehandeling`, label: texts.buitenBehandeling, value: buitenBehandeling },
    { soort: 'vinkje', name: `${name}.doorzending`, label: texts.doorzending, value: doorzending },
    { soort: 'aantal', ...labelled(texts, 'bewaartermijn'), name: `${name}.bewaartermijn`, optional, value: jaren },
    { soort: 'keuze', name: `${name}.brondatum`, label: texts.brondatum, options: datums, value: brondatum },
    {
      soort: 'regel',
      ...labelled(texts, 'selectielijst'),
      name: `${name}.selectielijst`,
      optional,
      value: selectielijst ?? '',
    },
  ]
}

const redenVelden = (name: string, reden: Tweetalig | null, intern: string, grond: string): Veld[] => [
  ...tweetalig(`${name}.omschrijving`, texts.naam, reden),
  { soort: 'regel', name: `${name}.intern`, label: texts.intern, value: intern },
  {
    soort: 'keuze',
    name: `${name}.grond`,
    label: texts.grond,
    options: grond ? GRONDEN : [KIES, ...GRONDEN],
    value: grond,
  },
]

/**
 * The number of statuses, resultaten and redenen that can be added: more for a zaaktype without an example.
 */
export function nieuweGroepen({
  statustypen,
  opschortingsredenen,
}: Pick<ZaaktypeGegevens, 'statustypen' | 'opschortingsredenen'>) {
  const redenen = opschortingsredenen.length > 0 ? 1 : 4
  return statustypen.length > 0 ? { statussen: 2, resultaten: 1, redenen } : { statussen: 6, resultaten: 4, redenen }
}

/**
 * The editable fields of a zaaktype. Codes and the order of statuses are fixed, because events carry them;
 * new statuses are inserted.
 *
 * @param teams the teams that may get its zaken
 */
export function zaaktypeVelden(zaaktype: ZaaktypeGegevens, teams: readonly Option[]): Veld[] {
  const { omschrijving, intrekken, team, doorlooptijd, servicenorm, verlengingstermijn, vanRechtswege } = zaaktype
  const { waarschuwingsdagen, bezwaar, resultaattypen } = zaaktype
  const { statussen, resultaten, redenen } = nieuweGroepen(zaaktype)
  const optional = true
  return [
    {
      soort: 'groep',
      legend: texts.termijnen,
      isOpen: true,
      velden: [
        ...tweetalig('omschrijving', texts.naam, omschrijving),
        ...tweetalig('intrekken', texts.intrekken, intrekken, { optional }),
        ...tweetalig('inleveren', texts.inleveren, zaaktype.inleveren),
        {
          soort: 'keuze',
          name: 'team',
          label: texts.team,
          options: teams.some(({ value }) => value === team) ? [...teams] : [KIES, ...teams],
          value: team,
        },
        ...wettermijnVelden('doorlooptijd', texts.doorlooptijd, doorlooptijd),
        ...duurVelden('servicenorm', texts.servicenorm, { duur: servicenorm }),
        ...wettermijnVelden('verlengingstermijn', texts.verlengingstermijn, verlengingstermijn),
        {
          soort: 'keuze',
          name: 'vanRechtswege.resultaat',
          label: texts.vanRechtswege,
          options: withAll(texts.nietVanRechtswege, codeOptions(resultaattypen.filter(({ isBesluit }) => isBesluit))),
          value: vanRechtswege?.resultaat ?? '',
        },
        {
          soort: 'regel',
          name: 'vanRechtswege.grondslag',
          label: texts.vanRechtswegeGrondslag,
          optional,
          value: vanRechtswege?.grondslag ?? '',
        },
        { soort: 'regel', ...labelled(texts, 'geenDwangsom'), optional, value: zaaktype.geenDwangsom ?? '' },
        { soort: 'regel', ...labelled(texts, 'waarschuwingsdagen'), optional, value: waarschuwingsdagen.join(', ') },
        { soort: 'regel', ...labelled(texts, 'bezwaar'), optional, value: bezwaar ?? '' },
        ...(['toontDoorlooptijd', 'aanvullingBevestigen', 'gevoelig'] as const).map((name): Veld => {
          return { soort: 'vinkje', name, label: texts[name], value: zaaktype[name] }
        }),
      ],
    },
    ...zaaktype.statustypen.map((status, index) =>
      groep(texts.status(status.omschrijving.nl), statusVelden(`status.${index}`, status)),
    ),
    ...nieuwe('nieuweStatus', statussen, (name) => [
      codeVeld(name, texts.codeHint),
      ...plaatsVelden(name, zaaktype),
      ...statusVelden(name, NEW_STATUS),
    ]),
    ...resultaattypen.map((resultaat, index) =>
      groep(texts.resultaat(resultaat.omschrijving.nl), resultaatVelden(`resultaat.${index}`, resultaat)),
    ),
    ...nieuwe('nieuwResultaat', resultaten, (name) => [
      codeVeld(name, texts.codeHint),
      ...resultaatVelden(name, NEW_RESULTAAT),
    ]),
    ...zaaktype.opschortingsredenen.map(({ omschrijving, intern, grond }, index) =>
      groep(texts.reden(intern), redenVelden(`reden.${index}`, omschrijving, intern, grond)),
    ),
    ...nieuwe('nieuweReden', redenen, (name) => [
      codeVeld(name, texts.redencodeHint),
      ...redenVelden(name, null, '', ''),
    ]),
    ...zaaktype.informatieobjecttypen.map(({ omschrijving, richting, beeindigd }, index) =>
      groep(`${texts.soort(omschrijving.nl)} (${texts.waarden[richting]})`, [
        ...tweetalig(`soort.${index}.omschrijving`, texts.naam, omschrijving),
        { soort: 'vinkje', name: `soort.${index}.beeindigd`, label: texts.beeindigd, value: beeindigd },
      ]),
    ),
    ...nieuwe('nieuweSoort', NIEUWE_SOORTEN, (name) => [
      codeVeld(name, texts.soortcodeHint),
      ...tweetalig(`${name}.omschrijving`, texts.naam, null),
      {
        soort: 'keuze',
        name: `${name}.richting`,
        label: texts.richting,
        options: [KIES, ...RICHTINGEN_KEUZE],
        value: '',
      },
    ]),
    ...[...zaaktype.teksten, ...Array<undefined>(NIEUWE_TEKSTEN)].map((standaard, index) => {
      const { naam = '', tekst = '' } = standaard ?? {}
      const name = `tekst.${index}`
      return groep(standaard ? `${texts.teksten}: ${naam}` : `${texts.nieuweTekst} ${index + 1}`, [
        { soort: 'regel', name: `${name}.naam`, label: texts.naam, optional, value: naam },
        { soort: 'lang', ...labelled(texts, 'tekst'), name: `${name}.tekst`, optional, value: tekst },
      ])
    }),
  ]
}

type Wettermijn = ZaaktypeGegevens['doorlooptijd']

/** @param wettermijn null for none, which an empty number keeps */
function wettermijnVelden(name: string, label: string, wettermijn: Wettermijn | null): Veld[] {
  const { grondslag = '', regeling = 'wet' } = wettermijn ?? {}
  const options =
    name === 'doorlooptijd' ? REGELINGEN_KEUZE : REGELINGEN_KEUZE.filter(({ value }) => value !== 'redelijk')
  return [
    ...duurVelden(name, label, wettermijn),
    { soort: 'regel', name: `${name}.grondslag`, label: texts.artikel(label), optional: !wettermijn, value: grondslag },
    { soort: 'keuze', name: `${name}.regeling`, label: texts.regelingVan(label), options, value: regeling },
  ]
}

function duurVelden(name: string, label: string, termijn: Pick<Wettermijn, 'duur'> | null): Veld[] {
  const { aantal, eenheid } = termijn ? partsOf(termijn.duur) : { aantal: undefined, eenheid: 'W' }
  const hint = name === 'verlengingstermijn' ? { hint: texts.verlengingstermijnHint, optional: true } : {}
  return [
    { soort: 'aantal', name: `${name}.aantal`, label, ...hint, value: aantal },
    { soort: 'keuze', name: `${name}.eenheid`, label: texts.eenheidVan(label), options: DUREN, value: eenheid },
  ]
}

function tekstVelden(name: string, { omschrijving, antwoord, statustekst, handeling, intern }: Teksten): Veld[] {
  return [
    ...tweetalig(`${name}.omschrijving`, texts.naam, omschrijving),
    ...tweetalig(`${name}.antwoord`, texts.antwoord, antwoord),
    ...tweetalig(`${name}.statustekst`, texts.statustekst, statustekst),
    ...tweetalig(`${name}.handeling`, texts.handeling, handeling, { optional: true }),
    { soort: 'regel', name: `${name}.intern`, label: texts.intern, value: intern },
  ]
}

function tweetalig(name: string, label: string, value: Tweetalig | null, { optional = false } = {}): Veld[] {
  return (['nl', 'en'] as const).map((taal) => ({
    soort: 'regel',
    name: `${name}.${taal}`,
    label: `${label} (${texts[taal]})`,
    optional,
    value: value?.[taal] ?? '',
  }))
}
