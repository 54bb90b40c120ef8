/** The form about an abonnement. */
export const abonnementForm = {
  nieuw: 'Nieuw abonnement',
  wijzig: 'Abonnement wijzigen',
  ontvanger: 'Wie krijgt de berichten?',
  naam: 'Naam',
  naamHint: 'Zo heet het aan de balie, bijvoorbeeld ‘Publieksportaal’.',
  sink: 'Adres van de ontvanger',
  sinkHint: 'De volledige URL die met https:// begint.',
  contact: 'E-mailadres bij storing',
  contactHint: 'Daar sturen wij een waarschuwing heen als er niets aankomt.',
  magLeeg: '(mag leeg)',
  wat: 'Welke berichten?',
  types: 'Soorten berichten',
  typesHint: 'Kiest u niets, dan gaan alle soorten mee.',
  zaaktypen: 'Zaaktypen',
  zaaktypenHint: 'Kiest u niets, dan gaan alle zaaktypen mee.',
  credentialtype: 'Hoe bewijst ons systeem wie het is?',
  credentialtypes: {
    JWT: {
      titel: 'Ondertekend token (JWT)',
      uitleg: 'Voor het publieksportaal. De ontvanger haalt onze openbare sleutel op. Geen geheim nodig.',
    },
    STANDARDWEBHOOKS: {
      titel: 'Standard Webhooks',
      uitleg: 'Voor veel gekochte systemen. Wij delen één geheim met de ontvanger en ondertekenen daarmee.',
    },
    HTTPMESSAGESIGNATURES: {
      titel: 'HTTP Message Signatures (RFC 9421)',
      uitleg: 'Internetstandaard. Ondertekent ook de kopregels. De ontvanger haalt onze openbare sleutel op.',
    },
    NLGOVADR: {
      titel: 'NL GOV ondertekening (ADR)',
      uitleg: 'Voor andere overheden. Volgt de API Design Rules van Logius (JAdES). Geen geheim nodig.',
    },
    ACCESSTOKEN: {
      titel: 'Vast toegangstoken',
      uitleg: 'Voor oudere systemen. Het geheim gaat met elk bericht mee; het bericht zelf is niet ondertekend.',
    },
  },
  meer: 'Meer instellingen',
  contentmodus: 'Vorm van het bericht',
  contentmodusHint: 'Spreek een andere vorm eerst af met de ontvanger. Anders kan die de berichten weigeren.',
  contentmodi: {
    structured: { titel: 'Gestructureerd', uitleg: 'Alles staat in de JSON. Kies dit als u het niet weet.' },
    binary: { titel: 'Binair', uitleg: 'De kenmerken staan in de kopregels, de gegevens in de JSON.' },
    batch: { titel: 'Bundel', uitleg: 'Een lijst in de JSON. Voor ontvangers die alleen lijsten lezen.' },
  },
  herhaalschema: 'Herhaalschema',
  herhaalschemaHint:
    'De wachttijd vóór elke volgende poging: 5 s, 5 min, 2 u, 1 d. Leeg is het standaardschema: 5 s, 5 min, 30 min, 2 u, 5 u, 10 u, 14 u, 20 u, 24 u.',
  gelijktijdig: 'Berichten tegelijk',
  gelijktijdigHint: 'Zoveel berichten mogen tegelijk onderweg zijn naar deze ontvanger.',
  filters: 'Extra filters (JSON)',
  filtersHint:
    'Een lijst met CloudEvents-filters op type, subject of zaaktype. Alle filters moeten kloppen. Voorbeeld: [{"prefix": {"zaaktype": "OMG-"}}]',
  vast: 'Het adres en de ondertekening liggen vast. Moet dat anders? Maak dan een nieuw abonnement.',
  knopNieuw: 'Opslaan en verifiëren',
  knopWijzig: 'Wijzigingen opslaan',
  bezig: 'Bezig…',
  annuleren: 'Annuleren',
}

/** Its problems. */
export const abonnementErrors = {
  titel: 'Nog niet opgeslagen',
  naamLeeg: 'Vul een naam in.',
  naamLang: 'De naam is te lang. Gebruik hoogstens 100 tekens.',
  naamTekens: 'In de naam staat een teken dat wij niet kunnen bewaren. Haal het weg.',
  keuzeOnbekend: 'Deze keuze kennen wij niet. Kies opnieuw.',
  typePastNooit:
    'Een soort met een * past op geen enkel bericht. Kies de soorten één voor één, of gebruik een extra filter met prefix.',
  sinkOngeldig: 'Dit is geen volledige URL. Begin met https:// en vul het hele adres in.',
  sinkVerboden: 'Naar dit adres mogen wij niet sturen. Gebruik https en een adres buiten ons eigen netwerk.',
  sinkBestaat: 'Voor dit adres is er al een abonnement. Wijzig dat abonnement.',
  contactOngeldig: 'Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@gemeente.nl.',
  credentialtypeLeeg: 'Kies hoe ons systeem bewijst wie het is.',
  schemaOngeldig: (deel: string) => `Wij begrijpen ‘${deel}’ niet. Schrijf een getal met s, min, u of d.`,
  schemaLang: (max: number) => `Het schema is te lang. Gebruik hoogstens ${max} wachttijden.`,
  schemaGrens: (max: string) => `Een wachttijd ligt tussen 1 s en ${max}.`,
  gelijktijdig: (max: number) => `Vul een heel getal in van 1 tot en met ${max}.`,
  geenJson: 'Dit is geen JSON. Controleer de haken, aanhalingstekens en komma’s.',
  filters: (waar: string) =>
    `Het filter klopt niet${waar}. Gebruik exact, prefix, suffix, all, any of not, op type, subject of zaaktype.`,
  filterTekens: 'In de filters staat een teken dat wij niet kunnen bewaren. Haal het weg.',
  teVeelFilters: 'Dit zijn te veel filters. Gebruik er samen met de zaaktypen hoogstens 20.',
  filterplek: (nummer: number) => ` bij nummer ${nummer}`,
  modusPastNiet: 'Binair kan alleen met HTTP Message Signatures of een vast toegangstoken. Kies een andere vorm.',
}
