/** Texts of the page on which a beheerder judges disclosures of a zaak to the wrong person. */
export const datalekken = {
  titel: 'Datalekken',
  uitleg:
    'Bij deze zaken stond een verkeerde aanvrager. Die kon de zaak zien tot wij dat herstelden. Beoordeel of u dit moet melden bij de Autoriteit Persoonsgegevens. Dat moet binnen 72 uur nadat u het ontdekte.',
  leeg: 'Geen datalekken',
  leegUitleg: 'Geen zaak stond bij een verkeerde aanvrager.',
  nieuwste: (aantal: number) => `U ziet de nieuwste ${aantal}.`,
  kolom: { zaak: 'Zaak', hersteld: 'Hersteld', gezien: 'Bekeken door een ander', oordeel: 'Oordeel' },
  door: (naam: string) => `door ${naam}`,
  gezien: (op: string) => `Ja, het laatst op ${op}`,
  nooitGezien: 'Voor zover bekend niet',
  beoordeel: 'Beoordelen',
  van: (identificatie: string) => `van ${identificatie}`,
  beoordeeld: (op: string, naam: string) => `${op}, door ${naam}`,
  inMenu: (aantal: number) => (aantal === 1 ? '1 datalek te beoordelen' : `${aantal} datalekken te beoordelen`),
  gedaan: 'Opgeslagen. Uw oordeel staat erbij.',
  formulier: {
    titel: 'Datalek beoordelen',
    uitleg:
      'Schrijf op wat u besloot en waarom. Is het risico voor de aanvrager klein? Dan hoeft u niet te melden. Vertel het de aanvrager wel als het risico groot is.',
    oordeel: 'Uw oordeel',
    hint: 'Zonder namen. Dit blijft staan zolang de zaak er is.',
    knop: 'Oordeel opslaan',
    fout: {
      titel: 'Nog niet opgeslagen',
      leeg: 'Schrijf op wat u besloot.',
      teLang: (max: number) => `Uw oordeel is te lang. Gebruik hoogstens ${max} tekens.`,
      teken: 'In uw oordeel staat een teken dat wij niet kunnen bewaren. Haal het weg.',
      intussen: 'Een collega heeft dit intussen beoordeeld.',
    },
  },
}
