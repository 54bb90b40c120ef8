const menuNl = {
  titel: 'Voor ontwikkelaars',
  label: 'Onderwerpen',
  kopieer: 'Kopieer',
  gekopieerd: 'Gekopieerd',
  /** headings of an example event and of the schema of its `data` */
  voorbeeld: 'Voorbeeld',
  schema: 'JSON Schema van data',
  /** the link to a code file */
  download: 'Download',
  /** the requirements of the C# code */
  csharp:
    'De C#-code vraagt .NET 9. Alleen HTTPMESSAGESIGNATURES heeft daar een pakket voor nodig (BouncyCastle.Cryptography). Wij voeren de code uit met de Ed25519 van OpenSSL in plaats van dat pakket.',
  /** the name of the abonnement in the quick start */
  naamAbonnement: 'Mijn eerste ontvanger',
  paginas: {
    start: 'Begin in tien minuten',
    gebeurtenissen: 'Gebeurtenissen',
    handtekeningen: 'Handtekeningen',
    ontvangers: 'Ontvangers',
    bezorgen: 'Bezorgen en inhalen',
    fouten: 'Foutcodes',
    api: 'API',
    controle: 'Berichtcontrole',
    mijn: 'Mijn overzicht',
    wijzigingen: 'Wijzigingen',
    aansluiten: 'Een zaaksysteem aansluiten',
  },
  /** for builders of a zaaksysteem; `elders`: when this process does not serve the portal */
  aansluiten: {
    uitleg: 'Deze pagina’s zijn voor wie berichten ontvangt. Bouwt u een zaaksysteem dat berichten bezorgt?',
    link: 'Lees hoe u het op ons portaal aansluit',
    elders: 'Hoe u het op een portaal aansluit, staat bij dat portaal, op /aansluiten.',
  },
}

const menuEn: typeof menuNl = {
  titel: 'For developers',
  label: 'Topics',
  kopieer: 'Copy',
  gekopieerd: 'Copied',
  voorbeeld: 'Example',
  schema: 'JSON Schema of data',
  download: 'Download',
  csharp:
    'The C# code needs .NET 9. Only HTTPMESSAGESIGNATURES needs a package there (BouncyCastle.Cryptography). We run the code with the Ed25519 of OpenSSL in place of that package.',
  naamAbonnement: 'My first receiver',
  paginas: {
    start: 'Start in ten minutes',
    gebeurtenissen: 'Events',
    handtekeningen: 'Signatures',
    ontvangers: 'Receivers',
    bezorgen: 'Delivery and catching up',
    fouten: 'Error codes',
    api: 'API',
    controle: 'Message check',
    mijn: 'My overview',
    wijzigingen: 'Changes',
    aansluiten: 'Connecting a zaaksysteem',
  },
  aansluiten: {
    uitleg: 'These pages are for who receives messages. Do you build a zaaksysteem (case system) that delivers them?',
    link: 'Read how to connect it to our portal',
    elders: 'How to connect it to a portal is told at that portal, at /aansluiten.',
  },
}

/** Texts of the frame around the pages for suppliers. */
export const ontwikkelaarsMenu = { nl: menuNl, en: menuEn }

const IN_BESTAND = 'Wat hij al had, staat in een tekstbestand.'
const IN_FILE = 'What it had before is in a text file.'

const ontvangersNl = {
  /** the requirements of each language, and the place where its receiver remembers events */
  nodig: {
    node: 'Node.js 20.19 of nieuwer, en verder niets.',
    python: 'Python 3.10 of nieuwer, met het pakket cryptography.',
    java: 'Java 17 of nieuwer, en verder niets.',
    csharp: '.NET 9 of nieuwer.',
    go: 'Go 1.22 of nieuwer, en verder niets.',
  },
  onthoudt: {
    node: IN_BESTAND,
    python: 'Wat hij al had, staat in een database van SQLite.',
    java: IN_BESTAND,
    csharp: IN_BESTAND,
    go: IN_BESTAND,
  },
  /** headings of the commands; each block of commands is a region with a unique name */
  ophalen: (naam: string) => `Ophalen: ${naam}`,
  starten: (naam: string) => `Starten: ${naam}`,
  code: (file: string) => `De code van ${file}`,
}

const ontvangersEn: typeof ontvangersNl = {
  nodig: {
    node: 'Node.js 20.19 or newer, and nothing else.',
    python: 'Python 3.10 or newer, with the package cryptography.',
    java: 'Java 17 or newer, and nothing else.',
    csharp: '.NET 9 or newer.',
    go: 'Go 1.22 or newer, and nothing else.',
  },
  onthoudt: {
    node: IN_FILE,
    python: 'What it had before is in a database of SQLite.',
    java: IN_FILE,
    csharp: IN_FILE,
    go: IN_FILE,
  },
  ophalen: (naam) => `Fetch: ${naam}`,
  starten: (naam) => `Start: ${naam}`,
  code: (file) => `The code of ${file}`,
}

export const ontvangers = { nl: ontvangersNl, en: ontvangersEn }

const apiNl = {
  intro: 'Alles wat de API kan, uit haar eigen beschrijving (OpenAPI). De beschrijving is in het Engels.',
  documenten: 'Documenten en bestanden',
  /** the name of each document */
  openapi: 'De API (OpenAPI)',
  webhooks: 'Wat uw sink ontvangt (OpenAPI)',
  asyncapi: 'Hoe gebeurtenissen bij u komen (AsyncAPI)',
  ontvanger: 'Wat een ontvanger beantwoordt: die van ons portaal (OpenAPI)',
  sleutels: 'De sleutels waarmee u bezorgingen controleert (JWK Set)',
  adressen: 'De adressen waarvandaan wij bezorgen, als zij zijn opgegeven',
  opdracht: 'De opdracht zaakbode, voor npx',
  generatoren: 'Een client laten maken',
  generatorenUitleg: 'Met deze generatoren maken wij een client van openapi.json, en die compileert:',
  /** the requirement of openapi-typescript */
  typescript: 'openapi-typescript werkt niet met TypeScript 7. Installeer er TypeScript 5 bij:',
  /** the heading of the documents that the page shows */
  lezen: 'Lees hieronder',
  zonder:
    'Deze weergave heeft JavaScript nodig. De documenten hierboven kunt u ook zonder lezen, of in uw eigen gereedschap openen.',
  laden: 'De beschrijving wordt geladen.',
  mislukt: 'De beschrijving kan nu niet worden getoond. Open het document hierboven.',
}

const apiEn: typeof apiNl = {
  intro: 'All that the API can do, from its own description (OpenAPI).',
  documenten: 'Documents and files',
  openapi: 'The API (OpenAPI)',
  webhooks: 'What your sink receives (OpenAPI)',
  asyncapi: 'How events reach you (AsyncAPI)',
  ontvanger: 'What a receiver answers: that of our portal (OpenAPI)',
  sleutels: 'The keys to verify with what is delivered (JWK Set)',
  adressen: 'The addresses that we deliver from, where they were stated',
  opdracht: 'The command zaakbode, for npx',
  generatoren: 'Have a client made',
  generatorenUitleg: 'With these generators we make a client of openapi.json, which compiles:',
  typescript: 'openapi-typescript does not work with TypeScript 7. Install TypeScript 5 with it:',
  lezen: 'Read below',
  zonder: 'This view needs JavaScript. You can read the documents above without it, or open them in your own tools.',
  laden: 'The description is being loaded.',
  mislukt: 'The description cannot be shown now. Open the document above.',
}

export const api = { nl: apiNl, en: apiEn }
