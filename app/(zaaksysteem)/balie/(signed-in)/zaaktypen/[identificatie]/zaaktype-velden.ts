import { OPSCHORTINGSGRONDEN, RECHTSMIDDELEN, RICHTINGEN, type Tweetalig } from '#lib/contract/zaak-resource.ts'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import {
  BRONDATUMS,
  type Resultaattype,
  type Statustype,
  type ZaaktypeGegevens,
} from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { Veld } from '../../velden.tsx'
import { EENHEDEN, jarenOf, partsOf } from '../duur.ts'

/** How many standaardteksten can be added at once: a form without JavaScript cannot grow. */
export const NIEUWE_TEKSTEN = 2
/** And how many kinds of document. */
export const NIEUWE_SOORTEN = 2

type Teksten = Record<'omschrijving' | 'antwoord' | 'statustekst' | 'handeling', Tweetalig | null>

const EMPTY: Teksten = { omschrijving: null, antwoord: null, statustekst: null, handeling: null }

const DUREN = EENHEDEN.map((value) => ({ value, label: texts.eenheden[value] }))
const REGELINGEN = (['wet', 'verordening'] as const).map((value) => ({ value, label: texts.regelingen[value] }))
const GRONDEN = OPSCHORTINGSGRONDEN.map((value) => ({ value, label: texts.gronden[value] }))
const RICHTINGEN_KEUZE = RICHTINGEN.map((value) => ({ value, label: texts.richtingen[value] }))
const KIES = { value: '', label: texts.kies }

const groepen = (count: number, one: (index: number) => Veld) => Array.from({ length: count }, (_, index) => one(index))

function nieuweStatus(index: number, { statustypen }: ZaaktypeGegevens): Veld {
  const name = `nieuweStatus.${index}`
  const places = statustypen.slice(0, -1).map(({ omschrijving }, na) => ({ value: String(na), label: omschrijving.nl }))
  const [last] = places.slice(-1)
  return {
    soort: 'groep',
    legend: `${texts.nieuweStatus} ${index + 1}`,
    velden: [
      { soort: 'regel', name: `${name}.code`, label: texts.code, hint: texts.codeHint, value: '' },
      ...(last
        ? [{ soort: 'keuze' as const, name: `${name}.na`, label: texts.na, options: places, value: last.value }]
        : []),
      ...tekstVelden(name, EMPTY),
      { soort: 'regel', name: `${name}.intern`, label: texts.intern, value: '' },
      ...stapVelden(name, { informeren: true, verplicht: false, minstens: null }),
    ],
  }
}

function nieuwResultaat(index: number): Veld {
  const name = `nieuwResultaat.${index}`
  return {
    soort: 'groep',
    legend: `${texts.nieuwResultaat} ${index + 1}`,
    velden: [
      { soort: 'regel', name: `${name}.code`, label: texts.code, hint: texts.codeHint, value: '' },
      ...tekstVelden(name, EMPTY),
      { soort: 'regel', name: `${name}.intern`, label: texts.intern, value: '' },
      ...besluitVelden(name, {
        isBesluit: true,
        rechtsmiddel: 'bezwaar',
        buitenBehandeling: false,
        doorzending: false,
      }),
      ...bewaarVelden(name, { bewaartermijn: null, brondatum: 'afgehandeld', selectielijst: null }),
    ],
  }
}

function nieuweReden(index: number): Veld {
  const name = `nieuweReden.${index}`
  return {
    soort: 'groep',
    legend: `${texts.nieuweReden} ${index + 1}`,
    velden: [
      { soort: 'regel', name: `${name}.code`, label: texts.code, hint: texts.redencodeHint, value: '' },
      ...tweetalig(`${name}.omschrijving`, texts.naam, null),
      { soort: 'regel', name: `${name}.intern`, label: texts.intern, value: '' },
      { soort: 'keuze', name: `${name}.grond`, label: texts.grond, options: [KIES, ...GRONDEN], value: '' },
    ],
  }
}

function nieuweSoort(index: number): Veld {
  const name = `nieuweSoort.${index}`
  return {
    soort: 'groep',
    legend: `${texts.nieuweSoort} ${index + 1}`,
    velden: [
      { soort: 'regel', name: `${name}.code`, label: texts.code, hint: texts.soortcodeHint, value: '' },
      ...tweetalig(`${name}.omschrijving`, texts.naam, null),
      {
        soort: 'keuze',
        name: `${name}.richting`,
        label: texts.richting,
        options: [KIES, ...RICHTINGEN_KEUZE],
        value: '',
      },
    ],
  }
}

function besluitVelden(
  name: string,
  {
    isBesluit,
    rechtsmiddel,
    buitenBehandeling,
    doorzending,
  }: Pick<Resultaattype, 'isBesluit' | 'rechtsmiddel' | 'buitenBehandeling' | 'doorzending'>,
): Veld[] {
  const options = RECHTSMIDDELEN.map((each) => ({ value: each, label: texts.rechtsmiddelen[each] }))
  return [
    { soort: 'vinkje', name: `${name}.isBesluit`, label: texts.isBesluit, value: isBesluit },
    { soort: 'keuze', name: `${name}.rechtsmiddel`, label: texts.rechtsmiddel, options, value: rechtsmiddel },
    { soort: 'vinkje', name: `${name}.buitenBehandeling`, label: texts.buitenBehandeling, value: buitenBehandeling },
    { soort: 'vinkje', name: `${name}.doorzending`, label: texts.doorzending, value: doorzending },
  ]
}

function bewaarVelden(
  name: string,
  { bewaartermijn, brondatum, selectielijst }: Pick<Resultaattype, 'bewaartermijn' | 'brondatum' | 'selectielijst'>,
): Veld[] {
  const options = BRONDATUMS.map((value) => ({ value, label: texts.brondatums[value] }))
  return [
    {
      soort: 'aantal',
      name: `${name}.bewaartermijn`,
      label: texts.bewaartermijn,
      hint: texts.bewaartermijnHint,
      optional: true,
      ...(bewaartermijn && { value: jarenOf(bewaartermijn) }),
    },
    { soort: 'keuze', name: `${name}.brondatum`, label: texts.brondatum, options, value: brondatum },
    {
      soort: 'regel',
      name: `${name}.selectielijst`,
      label: texts.selectielijst,
      hint: texts.selectielijstHint,
      optional: true,
      value: selectielijst ?? '',
    },
  ]
}

function stapVelden(
  name: string,
  { informeren, verplicht, minstens }: Pick<Statustype, 'informeren' | 'verplicht' | 'minstens'>,
): Veld[] {
  return [
    { soort: 'vinkje', name: `${name}.informeren`, label: texts.informeren, value: informeren },
    { soort: 'vinkje', name: `${name}.verplicht`, label: texts.verplicht, value: verplicht },
    {
      soort: 'aantal',
      name: `${name}.minstens`,
      label: texts.minstens,
      hint: texts.minstensHint,
      optional: true,
      ...(minstens && { value: partsOf(minstens).aantal }),
    },
  ]
}

/** The same of statuses, resultaten and redenen. A zaaktype without an example gets all of them so. */
export function nieuweGroepen({
  statustypen,
  opschortingsredenen,
}: Pick<ZaaktypeGegevens, 'statustypen' | 'opschortingsredenen'>) {
  const redenen = opschortingsredenen.length > 0 ? 1 : 4
  return statustypen.length > 0 ? { statussen: 2, resultaten: 1, redenen } : { statussen: 6, resultaten: 4, redenen }
}

/**
 * What a beheerder can change of a zaaktype. Codes and the order of statuses stay as they are, because events carry them;
 * new ones come among them.
 *
 * @param teams those that may get its zaken
 */
export function zaaktypeVelden(zaaktype: ZaaktypeGegevens, teams: readonly Option[]): Veld[] {
  const { omschrijving, intrekken, team, doorlooptijd, servicenorm, verlengingstermijn, waarschuwingsdagen, bezwaar } =
    zaaktype
  const { vanRechtswege, resultaattypen } = zaaktype
  return [
    {
      soort: 'groep',
      legend: texts.termijnen,
      isOpen: true,
      velden: [
        ...tweetalig('omschrijving', texts.naam, omschrijving),
        ...tweetalig('intrekken', texts.intrekken, intrekken, { optional: true }),
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
          options: [
            { value: '', label: texts.nietVanRechtswege },
            ...resultaattypen
              .filter(({ isBesluit }) => isBesluit)
              .map(({ code, omschrijving }) => ({ value: code, label: omschrijving.nl })),
          ],
          value: vanRechtswege?.resultaat ?? '',
        },
        {
          soort: 'regel',
          name: 'vanRechtswege.grondslag',
          label: texts.vanRechtswegeGrondslag,
          optional: true,
          value: vanRechtswege?.grondslag ?? '',
        },
        {
          soort: 'regel',
          name: 'waarschuwingsdagen',
          label: texts.waarschuwingsdagen,
          hint: texts.waarschuwingsdagenHint,
          optional: true,
          value: waarschuwingsdagen.join(', '),
        },
        {
          soort: 'regel',
          name: 'bezwaar',
          label: texts.bezwaar,
          hint: texts.bezwaarHint,
          optional: true,
          value: bezwaar ?? '',
        },
        {
          soort: 'vinkje',
          name: 'toontDoorlooptijd',
          label: texts.toontDoorlooptijd,
          value: zaaktype.toontDoorlooptijd,
        },
        {
          soort: 'vinkje',
          name: 'aanvullingBevestigen',
          label: texts.aanvullingBevestigen,
          value: zaaktype.aanvullingBevestigen,
        },
        { soort: 'vinkje', name: 'gevoelig', label: texts.gevoelig, value: zaaktype.gevoelig },
      ],
    },
    ...zaaktype.statustypen.map((statustype, index): Veld => {
      const name = `status.${index}`
      const { intern } = statustype
      return {
        soort: 'groep',
        legend: texts.status(statustype.omschrijving.nl),
        velden: [
          ...tekstVelden(name, statustype),
          { soort: 'regel', name: `${name}.intern`, label: texts.intern, value: intern },
          ...stapVelden(name, statustype),
        ],
      }
    }),
    ...groepen(nieuweGroepen(zaaktype).statussen, (index) => nieuweStatus(index, zaaktype)),
    ...zaaktype.resultaattypen.map((resultaattype, index): Veld => {
      const name = `resultaat.${index}`
      const { intern } = resultaattype
      return {
        soort: 'groep',
        legend: texts.resultaat(resultaattype.omschrijving.nl),
        velden: [
          ...tekstVelden(name, resultaattype),
          { soort: 'regel', name: `${name}.intern`, label: texts.intern, value: intern },
          ...besluitVelden(name, resultaattype),
          ...bewaarVelden(name, resultaattype),
        ],
      }
    }),
    ...groepen(nieuweGroepen(zaaktype).resultaten, nieuwResultaat),
    ...zaaktype.opschortingsredenen.map(
      ({ omschrijving: reden, intern, grond }, index): Veld => ({
        soort: 'groep',
        legend: texts.reden(intern),
        velden: [
          ...tweetalig(`reden.${index}.omschrijving`, texts.naam, reden),
          { soort: 'regel', name: `reden.${index}.intern`, label: texts.intern, value: intern },
          { soort: 'keuze', name: `reden.${index}.grond`, label: texts.grond, options: GRONDEN, value: grond },
        ],
      }),
    ),
    ...groepen(nieuweGroepen(zaaktype).redenen, nieuweReden),
    ...zaaktype.informatieobjecttypen.map(
      ({ omschrijving: soort, richting, beeindigd }, index): Veld => ({
        soort: 'groep',
        legend: `${texts.soort(soort.nl)} (${texts.waarden[richting]})`,
        velden: [
          ...tweetalig(`soort.${index}.omschrijving`, texts.naam, soort),
          {
            soort: 'vinkje',
            name: `soort.${index}.beeindigd`,
            label: texts.beeindigd,
            value: beeindigd,
          },
        ],
      }),
    ),
    ...groepen(NIEUWE_SOORTEN, nieuweSoort),
    ...[...zaaktype.teksten, ...Array<undefined>(NIEUWE_TEKSTEN)].map((standaard, index): Veld => {
      const name = `tekst.${index}`
      return {
        soort: 'groep',
        legend: standaard ? `${texts.teksten}: ${standaard.naam}` : `${texts.nieuweTekst} ${index + 1}`,
        velden: [
          { soort: 'regel', name: `${name}.naam`, label: texts.naam, optional: true, value: standaard?.naam ?? '' },
          {
            soort: 'lang',
            name: `${name}.tekst`,
            label: texts.tekst,
            hint: texts.tekstHint,
            optional: true,
            value: standaard?.tekst ?? '',
          },
        ],
      }
    }),
  ]
}

type Wettermijn = ZaaktypeGegevens['doorlooptijd']

/** @param wettermijn null: there is none, and an empty number leaves it so */
function wettermijnVelden(name: string, label: string, wettermijn: Wettermijn | null): Veld[] {
  const { grondslag = '', regeling = 'wet' } = wettermijn ?? {}
  return [
    ...duurVelden(name, label, wettermijn),
    { soort: 'regel', name: `${name}.grondslag`, label: texts.artikel(label), optional: !wettermijn, value: grondslag },
    { soort: 'keuze', name: `${name}.regeling`, label: texts.regelingVan(label), options: REGELINGEN, value: regeling },
  ]
}

function duurVelden(name: string, label: string, termijn: Pick<Wettermijn, 'duur'> | null): Veld[] {
  const { aantal, eenheid } = termijn ? partsOf(termijn.duur) : { aantal: undefined, eenheid: 'W' }
  const hint = name === 'verlengingstermijn' ? { hint: texts.verlengingstermijnHint, optional: true } : {}
  return [
    { soort: 'aantal', name: `${name}.aantal`, label, ...hint, ...(aantal && { value: aantal }) },
    { soort: 'keuze', name: `${name}.eenheid`, label: texts.eenheidVan(label), options: DUREN, value: eenheid },
  ]
}

function tekstVelden(name: string, { omschrijving, antwoord, statustekst, handeling }: Teksten): Veld[] {
  return [
    ...tweetalig(`${name}.omschrijving`, texts.naam, omschrijving),
    ...tweetalig(`${name}.antwoord`, texts.antwoord, antwoord),
    ...tweetalig(`${name}.statustekst`, texts.statustekst, statustekst),
    ...tweetalig(`${name}.handeling`, texts.handeling, handeling, { optional: true }),
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
