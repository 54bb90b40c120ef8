/** The page that removes a zaak. */
export const verwijderen = {
  kort: 'Verwijderen',
  link: 'Zaak verwijderen',
  titel: (omschrijving: string) => `‘${omschrijving}’ verwijderen?`,
  uitleg: 'U verwijdert deze zaak voorgoed. Niemand kan de zaak terughalen. Dit gaat verloren:',
  weg: [
    'de gegevens van de aanvrager en de omschrijving;',
    'het hele verloop, met alle toelichtingen en notities;',
    'de zaak op de pagina van de aanvrager in het portaal.',
  ],
  blijft: 'Wij bewaren alleen het zaaknummer, het zaaktype, wie de zaak verwijdert, wanneer en waarom.',
  grond: 'Waarom verwijdert u de zaak?',
  gronden: [
    { value: 'vergissing', title: 'Vergissing', description: 'De zaak had niet geregistreerd mogen worden.' },
    {
      value: 'bewaartermijn',
      title: 'Bewaartermijn voorbij',
      description: 'De zaak is lang genoeg bewaard en mag weg.',
    },
  ],
  knop: 'Zaak voorgoed verwijderen',
  bezig: 'Bezig met verwijderen…',
  gelukt: 'De zaak is verwijderd.',
  fout: {
    titel: 'Nog niet verwijderd',
    grond: 'Kies waarom u de zaak verwijdert.',
    still_open: 'Deze zaak is nog niet afgehandeld. De bewaartermijn is dus nog niet begonnen.',
    still_kept:
      'De bewaartermijn van deze zaak is nog niet voorbij. Op de pagina van de zaak ziet u hoelang wij de zaak bewaren.',
    conflict: 'Een collega heeft deze zaak intussen gewijzigd. Ga terug naar de zaak en kijk wat er is veranderd.',
  },
}
