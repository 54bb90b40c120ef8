-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "statusnaam" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "zaaktypenaam" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "zaaktypeversie" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "zaaktypeversie" (
    "identificatie" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "gegevens" JSONB NOT NULL,
    "vastgelegd_op" TIMESTAMPTZ(3) NOT NULL,
    "vastgelegd_door_id" UUID,

    CONSTRAINT "zaaktypeversie_pkey" PRIMARY KEY ("identificatie","versie")
);

-- The zaaktypen that come with the software; a gemeente changes them at the desk.
INSERT INTO "zaaktypeversie" ("identificatie", "versie", "gegevens", "vastgelegd_op") VALUES
('OMG-REG', 1, $zaaktype${
  "omschrijving": { "nl": "Omgevingsvergunning", "en": "Environment and planning permit" },
  "team": "Omgeving",
  "doorlooptijd": "P56D",
  "servicenorm": "P42D",
  "verlengingstermijn": "P42D",
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "aanvraag_compleet",
      "omschrijving": { "nl": "Aanvraag compleet", "en": "Application complete" },
      "antwoord": { "nl": "Uw aanvraag is compleet.", "en": "Your application is complete." },
      "statustekst": { "nl": "Wij hebben alles wat wij nodig hebben. U hoort uiterlijk {fataleDatum} van ons.", "en": "We have everything that we need. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De volledigheid is gecontroleerd; er ontbreekt niets.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "inhoudelijk_beoordeeld",
      "omschrijving": { "nl": "Aanvraag beoordeeld", "en": "Application assessed" },
      "antwoord": { "nl": "Wij hebben uw aanvraag beoordeeld.", "en": "We have assessed your application." },
      "statustekst": { "nl": "Wij bereiden nu een besluit voor. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now preparing a decision. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "Het plan is getoetst aan de regels.",
      "volgnummer": 3,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit genomen", "en": "Decision made" },
      "antwoord": { "nl": "Wij hebben een besluit genomen.", "en": "We have made a decision." },
      "statustekst": { "nl": "Wij sturen u het besluit. U heeft het uiterlijk {fataleDatum}.", "en": "We will send you the decision. You will have it by {fataleDatum}." },
      "handeling": null,
      "intern": "Er is besloten; het besluit is nog niet verstuurd.",
      "volgnummer": 4,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_verzonden",
      "omschrijving": { "nl": "Besluit verzonden", "en": "Decision sent" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is verstuurd; de zaak sluit.",
      "volgnummer": 5,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Vergunning verleend", "en": "Permit granted" },
      "antwoord": { "nl": "U krijgt de vergunning.", "en": "You get the permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Vergunning geweigerd", "en": "Permit refused" },
      "antwoord": { "nl": "U krijgt de vergunning niet.", "en": "You do not get the permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('OMG-UITG', 1, $zaaktype${
  "omschrijving": { "nl": "Omgevingsvergunning (uitgebreid)", "en": "Environment and planning permit (extended)" },
  "team": "Omgeving",
  "doorlooptijd": "P182D",
  "servicenorm": "P154D",
  "verlengingstermijn": "P42D",
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "aanvraag_compleet",
      "omschrijving": { "nl": "Aanvraag compleet", "en": "Application complete" },
      "antwoord": { "nl": "Uw aanvraag is compleet.", "en": "Your application is complete." },
      "statustekst": { "nl": "Wij hebben alles wat wij nodig hebben. U hoort uiterlijk {fataleDatum} van ons.", "en": "We have everything that we need. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De volledigheid is gecontroleerd; er ontbreekt niets.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "inhoudelijk_beoordeeld",
      "omschrijving": { "nl": "Aanvraag beoordeeld", "en": "Application assessed" },
      "antwoord": { "nl": "Wij hebben uw aanvraag beoordeeld.", "en": "We have assessed your application." },
      "statustekst": { "nl": "Wij bereiden nu een besluit voor. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now preparing a decision. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "Het plan is getoetst aan de regels.",
      "volgnummer": 3,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "ontwerp_ter_inzage",
      "omschrijving": { "nl": "Ontwerpbesluit ter inzage", "en": "Draft decision on display" },
      "antwoord": { "nl": "Iedereen kan nu reageren op ons plan voor een besluit.", "en": "Everyone can now respond to our draft decision." },
      "statustekst": { "nl": "Het ontwerpbesluit ligt zes weken ter inzage. U hoort uiterlijk {fataleDatum} van ons.", "en": "The draft decision is on display for six weeks. You will hear from us by {fataleDatum}." },
      "handeling": { "nl": "Lees het ontwerpbesluit. U kunt binnen zes weken reageren.", "en": "Read the draft decision. You can respond within six weeks." },
      "intern": "Het ontwerpbesluit ligt zes weken ter inzage voor zienswijzen.",
      "volgnummer": 4,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit genomen", "en": "Decision made" },
      "antwoord": { "nl": "Wij hebben een besluit genomen.", "en": "We have made a decision." },
      "statustekst": { "nl": "Wij sturen u het besluit. U heeft het uiterlijk {fataleDatum}.", "en": "We will send you the decision. You will have it by {fataleDatum}." },
      "handeling": null,
      "intern": "Er is besloten; het besluit is nog niet verstuurd.",
      "volgnummer": 5,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_verzonden",
      "omschrijving": { "nl": "Besluit verzonden", "en": "Decision sent" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is verstuurd; de zaak sluit.",
      "volgnummer": 6,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Vergunning verleend", "en": "Permit granted" },
      "antwoord": { "nl": "U krijgt de vergunning.", "en": "You get the permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Vergunning geweigerd", "en": "Permit refused" },
      "antwoord": { "nl": "U krijgt de vergunning niet.", "en": "You do not get the permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('OMG-KAP', 1, $zaaktype${
  "omschrijving": { "nl": "Vellen van houtopstand", "en": "Tree felling permit" },
  "team": "Omgeving",
  "doorlooptijd": "P56D",
  "servicenorm": "P42D",
  "verlengingstermijn": "P42D",
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "aanvraag_compleet",
      "omschrijving": { "nl": "Aanvraag compleet", "en": "Application complete" },
      "antwoord": { "nl": "Uw aanvraag is compleet.", "en": "Your application is complete." },
      "statustekst": { "nl": "Wij hebben alles wat wij nodig hebben. U hoort uiterlijk {fataleDatum} van ons.", "en": "We have everything that we need. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De volledigheid is gecontroleerd; er ontbreekt niets.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "boom_beoordeeld",
      "omschrijving": { "nl": "Boom beoordeeld", "en": "Tree assessed" },
      "antwoord": { "nl": "Wij hebben de boom bekeken.", "en": "We have looked at the tree." },
      "statustekst": { "nl": "Wij bereiden nu een besluit voor. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now preparing a decision. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De boomdeskundige is ter plaatse geweest.",
      "volgnummer": 3,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit", "en": "Decision" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is genomen en verstuurd; de zaak sluit.",
      "volgnummer": 4,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Vergunning verleend", "en": "Permit granted" },
      "antwoord": { "nl": "U krijgt de vergunning.", "en": "You get the permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Vergunning geweigerd", "en": "Permit refused" },
      "antwoord": { "nl": "U krijgt de vergunning niet.", "en": "You do not get the permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('OMG-UITWEG', 1, $zaaktype${
  "omschrijving": { "nl": "Uitweg aanleggen", "en": "Driveway permit" },
  "team": "Omgeving",
  "doorlooptijd": "P56D",
  "servicenorm": "P42D",
  "verlengingstermijn": "P42D",
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "locatie_beoordeeld",
      "omschrijving": { "nl": "Locatie beoordeeld", "en": "Location assessed" },
      "antwoord": { "nl": "Wij hebben de plek bekeken.", "en": "We have looked at the location." },
      "statustekst": { "nl": "Wij weten nu of een inrit hier veilig is. U hoort uiterlijk {fataleDatum} van ons.", "en": "We now know whether a driveway is safe here. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De verkeerskundige heeft de locatie bekeken.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit", "en": "Decision" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is genomen en verstuurd; de zaak sluit.",
      "volgnummer": 3,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Vergunning verleend", "en": "Permit granted" },
      "antwoord": { "nl": "U krijgt de vergunning.", "en": "You get the permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Vergunning geweigerd", "en": "Permit refused" },
      "antwoord": { "nl": "U krijgt de vergunning niet.", "en": "You do not get the permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('APV-EVEN', 1, $zaaktype${
  "omschrijving": { "nl": "Evenementenvergunning", "en": "Event permit" },
  "team": "Vergunningen",
  "doorlooptijd": "P56D",
  "servicenorm": "P42D",
  "verlengingstermijn": "P56D",
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "aanvraag_compleet",
      "omschrijving": { "nl": "Aanvraag compleet", "en": "Application complete" },
      "antwoord": { "nl": "Uw aanvraag is compleet.", "en": "Your application is complete." },
      "statustekst": { "nl": "Wij hebben alles wat wij nodig hebben. U hoort uiterlijk {fataleDatum} van ons.", "en": "We have everything that we need. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De volledigheid is gecontroleerd; er ontbreekt niets.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "adviezen_ontvangen",
      "omschrijving": { "nl": "Adviezen ontvangen", "en": "Advice received" },
      "antwoord": { "nl": "Wij beoordelen uw aanvraag.", "en": "We are assessing your application." },
      "statustekst": { "nl": "De hulpdiensten hebben advies gegeven. U hoort uiterlijk {fataleDatum} van ons.", "en": "The emergency services have given their advice. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "Politie, brandweer en GHOR hebben geadviseerd.",
      "volgnummer": 3,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit genomen", "en": "Decision made" },
      "antwoord": { "nl": "Wij hebben een besluit genomen.", "en": "We have made a decision." },
      "statustekst": { "nl": "Wij sturen u het besluit. U heeft het uiterlijk {fataleDatum}.", "en": "We will send you the decision. You will have it by {fataleDatum}." },
      "handeling": null,
      "intern": "Er is besloten; het besluit is nog niet verstuurd.",
      "volgnummer": 4,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "afgehandeld",
      "omschrijving": { "nl": "Afgehandeld", "en": "Dealt with" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Alles is gedaan; de zaak sluit.",
      "volgnummer": 5,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Vergunning verleend", "en": "Permit granted" },
      "antwoord": { "nl": "U krijgt de vergunning.", "en": "You get the permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Vergunning geweigerd", "en": "Permit refused" },
      "antwoord": { "nl": "U krijgt de vergunning niet.", "en": "You do not get the permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('APV-EXPL', 1, $zaaktype${
  "omschrijving": { "nl": "Exploitatievergunning horeca", "en": "Catering establishment permit" },
  "team": "Vergunningen",
  "doorlooptijd": "P56D",
  "servicenorm": "P42D",
  "verlengingstermijn": "P56D",
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "aanvraag_compleet",
      "omschrijving": { "nl": "Aanvraag compleet", "en": "Application complete" },
      "antwoord": { "nl": "Uw aanvraag is compleet.", "en": "Your application is complete." },
      "statustekst": { "nl": "Wij hebben alles wat wij nodig hebben. U hoort uiterlijk {fataleDatum} van ons.", "en": "We have everything that we need. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De volledigheid is gecontroleerd; er ontbreekt niets.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "ondernemer_getoetst",
      "omschrijving": { "nl": "Ondernemer getoetst", "en": "Business owner screened" },
      "antwoord": { "nl": "Wij hebben uw gegevens als ondernemer getoetst.", "en": "We have screened you as a business owner." },
      "statustekst": { "nl": "Dat moet van de wet Bibob. U hoort uiterlijk {fataleDatum} van ons.", "en": "The law (Bibob) requires this. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De toets volgens de wet Bibob is gedaan.",
      "volgnummer": 3,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit", "en": "Decision" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is genomen en verstuurd; de zaak sluit.",
      "volgnummer": 4,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Vergunning verleend", "en": "Permit granted" },
      "antwoord": { "nl": "U krijgt de vergunning.", "en": "You get the permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Vergunning geweigerd", "en": "Permit refused" },
      "antwoord": { "nl": "U krijgt de vergunning niet.", "en": "You do not get the permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('APV-STAND', 1, $zaaktype${
  "omschrijving": { "nl": "Standplaatsvergunning", "en": "Street trading permit" },
  "team": "Vergunningen",
  "doorlooptijd": "P56D",
  "servicenorm": "P42D",
  "verlengingstermijn": "P56D",
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "in_behandeling",
      "omschrijving": { "nl": "In behandeling", "en": "Being handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag.", "en": "We are handling your application." },
      "statustekst": { "nl": "Een medewerker bekijkt uw aanvraag. U hoort uiterlijk {fataleDatum} van ons.", "en": "A member of staff is looking at your application. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "Een behandelaar heeft de aanvraag opgepakt.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit", "en": "Decision" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is genomen en verstuurd; de zaak sluit.",
      "volgnummer": 3,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Vergunning verleend", "en": "Permit granted" },
      "antwoord": { "nl": "U krijgt de vergunning.", "en": "You get the permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Vergunning geweigerd", "en": "Permit refused" },
      "antwoord": { "nl": "U krijgt de vergunning niet.", "en": "You do not get the permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('PARK-BEW', 1, $zaaktype${
  "omschrijving": { "nl": "Parkeervergunning bewoners", "en": "Parking permit for residents" },
  "team": "Parkeren en verkeer",
  "doorlooptijd": "P14D",
  "servicenorm": "P5D",
  "verlengingstermijn": null,
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "gegevens_gecontroleerd",
      "omschrijving": { "nl": "Gegevens gecontroleerd", "en": "Details checked" },
      "antwoord": { "nl": "Wij hebben uw gegevens gecontroleerd.", "en": "We have checked your details." },
      "statustekst": { "nl": "Wij kijken nu of er plaats is. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking whether there is room. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "Adres en kenteken kloppen.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit", "en": "Decision" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is genomen en verstuurd; de zaak sluit.",
      "volgnummer": 3,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Parkeervergunning verleend", "en": "Parking permit granted" },
      "antwoord": { "nl": "U krijgt de parkeervergunning.", "en": "You get the parking permit." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Parkeervergunning geweigerd", "en": "Parking permit refused" },
      "antwoord": { "nl": "U krijgt de parkeervergunning niet.", "en": "You do not get the parking permit." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('PARK-GPK', 1, $zaaktype${
  "omschrijving": { "nl": "Gehandicaptenparkeerkaart", "en": "Disabled parking card" },
  "team": "Parkeren en verkeer",
  "doorlooptijd": "P56D",
  "servicenorm": "P42D",
  "verlengingstermijn": null,
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij vragen een arts om advies. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are asking a doctor for advice. You will hear from us by {fataleDatum}." },
      "handeling": { "nl": "De arts stuurt u een uitnodiging. Ga daar op tijd naartoe.", "en": "The doctor will send you an invitation. Please come on time." },
      "intern": "De aanvraag is binnen; het medisch advies is nog niet gegeven.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "medisch_advies_ontvangen",
      "omschrijving": { "nl": "Medisch advies ontvangen", "en": "Medical advice received" },
      "antwoord": { "nl": "Wij hebben het advies van de arts.", "en": "We have the doctor's advice." },
      "statustekst": { "nl": "Wij gebruiken het advies om te beslissen. U hoort uiterlijk {fataleDatum} van ons.", "en": "We use the advice to decide. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De keuringsarts heeft geadviseerd.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "besluit_genomen",
      "omschrijving": { "nl": "Besluit", "en": "Decision" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Het besluit is genomen en verstuurd; de zaak sluit.",
      "volgnummer": 3,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Parkeerkaart verleend", "en": "Parking card granted" },
      "antwoord": { "nl": "U krijgt de parkeerkaart.", "en": "You get the parking card." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Parkeerkaart geweigerd", "en": "Parking card refused" },
      "antwoord": { "nl": "U krijgt de parkeerkaart niet.", "en": "You do not get the parking card." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now()),
('TVM-RVV', 1, $zaaktype${
  "omschrijving": { "nl": "Verkeersontheffing of object op straat", "en": "Traffic exemption or object on the street" },
  "team": "Parkeren en verkeer",
  "doorlooptijd": "P28D",
  "servicenorm": "P21D",
  "verlengingstermijn": null,
  "opschortingsredenen": [
    {
      "code": "aanvrager_stemt_in",
      "omschrijving": { "nl": "U bent het eens met uitstel", "en": "You agreed to wait" },
      "intern": "De aanvrager stemt in met uitstel"
    },
    {
      "code": "vertraging_aanvrager",
      "omschrijving": { "nl": "De vertraging ligt bij u", "en": "The delay is on your side" },
      "intern": "De vertraging ligt bij de aanvrager"
    },
    {
      "code": "buitenlands_bestuur",
      "omschrijving": { "nl": "Wij wachten op informatie uit het buitenland", "en": "We are waiting for information from abroad" },
      "intern": "Wacht op informatie uit het buitenland"
    },
    {
      "code": "overmacht",
      "omschrijving": { "nl": "Wij kunnen door overmacht niet beslissen", "en": "We cannot decide because of force majeure" },
      "intern": "Overmacht"
    }
  ],
  "statustypen": [
    {
      "code": "aanvraag_ontvangen",
      "omschrijving": { "nl": "Aanvraag ontvangen", "en": "Application received" },
      "antwoord": { "nl": "Wij hebben uw aanvraag ontvangen.", "en": "We have received your application." },
      "statustekst": { "nl": "Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.", "en": "We are now checking that it is complete. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "De aanvraag is binnen en nog niet bekeken.",
      "volgnummer": 1,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "in_behandeling",
      "omschrijving": { "nl": "In behandeling", "en": "Being handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag.", "en": "We are handling your application." },
      "statustekst": { "nl": "Een medewerker bekijkt uw aanvraag. U hoort uiterlijk {fataleDatum} van ons.", "en": "A member of staff is looking at your application. You will hear from us by {fataleDatum}." },
      "handeling": null,
      "intern": "Een behandelaar heeft de aanvraag opgepakt.",
      "volgnummer": 2,
      "isEindstatus": false,
      "informeren": true
    },
    {
      "code": "afgehandeld",
      "omschrijving": { "nl": "Afgehandeld", "en": "Dealt with" },
      "antwoord": { "nl": "Uw aanvraag is afgehandeld.", "en": "Your application has been dealt with." },
      "statustekst": { "nl": "U heeft ons besluit gekregen.", "en": "You have received our decision." },
      "handeling": null,
      "intern": "Alles is gedaan; de zaak sluit.",
      "volgnummer": 3,
      "isEindstatus": true,
      "informeren": true
    }
  ],
  "resultaattypen": [
    {
      "code": "verleend",
      "statuscode": "vergunning_verleend",
      "omschrijving": { "nl": "Ontheffing verleend", "en": "Exemption granted" },
      "antwoord": { "nl": "U krijgt de ontheffing.", "en": "You get the exemption." },
      "statustekst": { "nl": "In het besluit staat wat mag en welke voorwaarden gelden.", "en": "The decision says what is allowed and which conditions apply." },
      "handeling": { "nl": "Lees eerst de voorwaarden in het besluit.", "en": "First read the conditions in the decision." },
      "intern": "De aanvrager krijgt wat is gevraagd.",
      "isBesluit": true
    },
    {
      "code": "geweigerd",
      "statuscode": "vergunning_geweigerd",
      "omschrijving": { "nl": "Ontheffing geweigerd", "en": "Exemption refused" },
      "antwoord": { "nl": "U krijgt de ontheffing niet.", "en": "You do not get the exemption." },
      "statustekst": { "nl": "In het besluit staat waarom.", "en": "The decision says why." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag voldoet niet; het besluit zegt waarom.",
      "isBesluit": true
    },
    {
      "code": "buiten_behandeling",
      "statuscode": "buiten_behandeling",
      "omschrijving": { "nl": "Aanvraag niet behandeld", "en": "Application not handled" },
      "antwoord": { "nl": "Wij behandelen uw aanvraag niet.", "en": "We will not handle your application." },
      "statustekst": { "nl": "Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.", "en": "We did not get all the information. You can apply again." },
      "handeling": { "nl": "Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.", "en": "Do you disagree? You can object until {bezwaardatum}." },
      "intern": "De aanvraag is niet op tijd aangevuld (Awb 4:5).",
      "isBesluit": true
    },
    {
      "code": "ingetrokken",
      "statuscode": "aanvraag_ingetrokken",
      "omschrijving": { "nl": "Aanvraag ingetrokken", "en": "Application withdrawn" },
      "antwoord": { "nl": "U heeft uw aanvraag ingetrokken.", "en": "You have withdrawn your application." },
      "statustekst": { "nl": "Wij doen er niets meer mee.", "en": "We will do nothing more with it." },
      "handeling": null,
      "intern": "De aanvrager heeft de aanvraag ingetrokken.",
      "isBesluit": false
    }
  ],
  "teksten": [
    { "naam": "Ontvangst", "tekst": "Wij hebben uw aanvraag {zaaknummer} goed ontvangen. Team {team} kijkt ernaar." },
    { "naam": "Alles compleet", "tekst": "Wij hebben vandaag, {datum}, alles wat wij nodig hebben. Dank u wel." },
    { "naam": "Het duurt langer", "tekst": "Wij hebben iets meer tijd nodig dan wij dachten. U hoort uiterlijk {fataleDatum} van ons." }
  ]
}$zaaktype$, now());

UPDATE "zaak" SET "zaaktypenaam" = gegevens #>> '{omschrijving,nl}', "statusnaam" = coalesce(
  (SELECT resultaattype #>> '{omschrijving,nl}' FROM jsonb_array_elements(gegevens -> 'resultaattypen') resultaattype
   WHERE resultaattype ->> 'code' = resultaat),
  (SELECT statustype_ #>> '{omschrijving,nl}' FROM jsonb_array_elements(gegevens -> 'statustypen') statustype_
   WHERE statustype_ ->> 'code' = zaak.statustype),
  zaak.statustype)
FROM "zaaktypeversie" WHERE zaaktypeversie."identificatie" = zaak."zaaktype";

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_zaaktype_zaaktypeversie_fkey" FOREIGN KEY ("zaaktype", "zaaktypeversie") REFERENCES "zaaktypeversie"("identificatie", "versie") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaaktypeversie" ADD CONSTRAINT "zaaktypeversie_vastgelegd_door_id_fkey" FOREIGN KEY ("vastgelegd_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;
