import type { Taal } from '../../text/taal.ts'

type Menu = {
  titel: string
  label: string
  skip: string
  kopieer: string
  gekopieerd: string
  /** of an event, and of its `data` */
  voorbeeld: string
  schema: string
  /** of a file of code */
  download: string
  /** what the code in C# needs */
  csharp: string
  /** of the abonnement in the first steps */
  naamAbonnement: string
  paginas: Record<
    'start' | 'gebeurtenissen' | 'handtekeningen' | 'bezorgen' | 'fouten' | 'api' | 'controle' | 'wijzigingen',
    string
  >
}

/** Around the pages for suppliers. */
export const ontwikkelaarsMenu: Record<Taal, Menu> = {
  nl: {
    titel: 'Voor ontwikkelaars',
    label: 'Onderwerpen',
    skip: 'Naar de inhoud',
    kopieer: 'Kopieer',
    gekopieerd: 'Gekopieerd',
    voorbeeld: 'Voorbeeld',
    schema: 'JSON Schema van data',
    download: 'Download',
    csharp:
      'De C#-code vraagt .NET 9. Alleen HTTPMESSAGESIGNATURES heeft daar een pakket voor nodig (BouncyCastle.Cryptography). Wij hebben deze code niet zelf uitgevoerd.',
    naamAbonnement: 'Mijn eerste ontvanger',
    paginas: {
      start: 'Begin in tien minuten',
      gebeurtenissen: 'Gebeurtenissen',
      handtekeningen: 'Handtekeningen',
      bezorgen: 'Bezorgen en inhalen',
      fouten: 'Foutcodes',
      api: 'API',
      controle: 'Berichtcontrole',
      wijzigingen: 'Wijzigingen',
    },
  },
  en: {
    titel: 'For developers',
    label: 'Topics',
    skip: 'Skip to content',
    kopieer: 'Copy',
    gekopieerd: 'Copied',
    voorbeeld: 'Example',
    schema: 'JSON Schema of data',
    download: 'Download',
    csharp:
      'The C# code needs .NET 9. Only HTTPMESSAGESIGNATURES needs a package there (BouncyCastle.Cryptography). We have not run this code ourselves.',
    naamAbonnement: 'My first receiver',
    paginas: {
      start: 'Start in ten minutes',
      gebeurtenissen: 'Events',
      handtekeningen: 'Signatures',
      bezorgen: 'Delivery and catching up',
      fouten: 'Error codes',
      api: 'API',
      controle: 'Message check',
      wijzigingen: 'Changes',
    },
  },
}

type Api = {
  intro: string
  documenten: string
  /** what each of the documents is */
  openapi: string
  asyncapi: string
  ontvanger: string
  sleutels: string
  opdracht: string
  zonder: string
  laden: string
  mislukt: string
}

export const api: Record<Taal, Api> = {
  nl: {
    intro: 'Alles wat de API kan, uit haar eigen beschrijving (OpenAPI). De beschrijving is in het Engels.',
    documenten: 'Documenten en bestanden',
    openapi: 'De API (OpenAPI)',
    asyncapi: 'Hoe gebeurtenissen bij u komen (AsyncAPI)',
    ontvanger: 'Wat een ontvanger beantwoordt: die van ons portaal (OpenAPI)',
    sleutels: 'De sleutels waarmee u bezorgingen controleert (JWK Set)',
    opdracht: 'De opdracht zaakbode, voor npx',
    zonder:
      'Deze weergave heeft JavaScript nodig. De documenten hierboven kunt u ook zonder lezen, of in uw eigen gereedschap openen.',
    laden: 'De beschrijving wordt geladen.',
    mislukt: 'De beschrijving kan nu niet worden getoond. Open het document hierboven.',
  },
  en: {
    intro: 'All that the API can do, from its own description (OpenAPI).',
    documenten: 'Documents and files',
    openapi: 'The API (OpenAPI)',
    asyncapi: 'How events reach you (AsyncAPI)',
    ontvanger: 'What a receiver answers: that of our portal (OpenAPI)',
    sleutels: 'The keys to verify with what is delivered (JWK Set)',
    opdracht: 'The command zaakbode, for npx',
    zonder: 'This view needs JavaScript. You can read the documents above without it, or open them in your own tools.',
    laden: 'The description is being loaded.',
    mislukt: 'The description cannot be shown now. Open the document above.',
  },
}
