import { opschortingsredenen } from './opschortingsredenen.ts'
import { parkeerResultaten, vergunningResultaten } from './resultaten.ts'
import { aanvraagOntvangen, afgehandeld, besluitGenomen, inBehandeling } from './stappen.ts'
import { defineZaaktype, type Stap } from './zaaktype.ts'

const TEAM = 'Parkeren en verkeer'

const gegevensGecontroleerd: Stap = {
  code: 'gegevens_gecontroleerd',
  omschrijving: { nl: 'Gegevens gecontroleerd', en: 'Details checked' },
  antwoord: { nl: 'Wij hebben uw gegevens gecontroleerd.', en: 'We have checked your details.' },
  statustekst: {
    nl: 'Wij kijken nu of er plaats is. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We are now checking whether there is room. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'Adres en kenteken kloppen.',
}

const wachtOpKeuring: Stap = {
  ...aanvraagOntvangen,
  statustekst: {
    nl: 'Wij vragen een arts om advies. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We are asking a doctor for advice. You will hear from us by {fataleDatum}.',
  },
  handeling: {
    nl: 'De arts stuurt u een uitnodiging. Ga daar op tijd naartoe.',
    en: 'The doctor will send you an invitation. Please come on time.',
  },
  intern: 'De aanvraag is binnen; het medisch advies is nog niet gegeven.',
}

const medischAdvies: Stap = {
  code: 'medisch_advies_ontvangen',
  omschrijving: { nl: 'Medisch advies ontvangen', en: 'Medical advice received' },
  antwoord: { nl: 'Wij hebben het advies van de arts.', en: "We have the doctor's advice." },
  statustekst: {
    nl: 'Wij gebruiken het advies om te beslissen. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We use the advice to decide. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'De keuringsarts heeft geadviseerd.',
}

export const PARKEREN_EN_VERKEER = [
  defineZaaktype({
    identificatie: 'PARK-BEW',
    omschrijving: { nl: 'Parkeervergunning bewoners', en: 'Parking permit for residents' },
    team: TEAM,
    doorlooptijd: 'P14D',
    servicenorm: 'P5D',
    verlengingstermijn: null,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, gegevensGecontroleerd, besluitGenomen],
    resultaten: parkeerResultaten({
      naam: { nl: 'de parkeervergunning', en: 'the parking permit' },
      label: { nl: 'Parkeervergunning', en: 'Parking permit' },
    }),
  }),
  defineZaaktype({
    identificatie: 'PARK-GPK',
    omschrijving: { nl: 'Gehandicaptenparkeerkaart', en: 'Disabled parking card' },
    team: TEAM,
    doorlooptijd: 'P56D',
    servicenorm: 'P42D',
    verlengingstermijn: null,
    opschortingsredenen,
    stappen: [wachtOpKeuring, medischAdvies, besluitGenomen],
    resultaten: parkeerResultaten({
      naam: { nl: 'de parkeerkaart', en: 'the parking card' },
      label: { nl: 'Parkeerkaart', en: 'Parking card' },
    }),
  }),
  defineZaaktype({
    identificatie: 'TVM-RVV',
    omschrijving: { nl: 'Verkeersontheffing of object op straat', en: 'Traffic exemption or object on the street' },
    team: TEAM,
    doorlooptijd: 'P28D',
    servicenorm: 'P21D',
    verlengingstermijn: null,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, inBehandeling, afgehandeld],
    resultaten: vergunningResultaten({
      naam: { nl: 'de ontheffing', en: 'the exemption' },
      label: { nl: 'Ontheffing', en: 'Exemption' },
    }),
  }),
]
