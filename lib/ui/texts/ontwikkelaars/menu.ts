import type { Taal } from '../../text/taal.ts'

type Menu = {
  titel: string
  label: string
  skip: string
  kopieer: string
  gekopieerd: string
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
