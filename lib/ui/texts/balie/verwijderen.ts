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
  voorstel:
    'U stelt voor om deze zaak voorgoed te verwijderen. Een collega moet dat goedkeuren. Niemand kan de zaak daarna terughalen. Dit gaat verloren:',
  vandaag: 'De zaak is vandaag geregistreerd. Was dat een vergissing? Dan verwijdert u de zaak zelf.',
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
  toelichting: 'Leg uit waarom',
  toelichtingHint: 'Voor uw collega. Zonder namen van aanvragers, want dit blijft bewaard.',
  knop: 'Zaak voorgoed verwijderen',
  knopVoorstel: 'Verwijderen voorstellen',
  bezig: 'Bezig met verwijderen…',
  gelukt: 'De zaak is verwijderd.',
  fout: {
    titel: 'Nog niet verwijderd',
    grond: 'Kies waarom u de zaak verwijdert.',
    still_open: 'Deze zaak is nog niet afgehandeld. De bewaartermijn is dus nog niet begonnen.',
    still_kept:
      'De bewaartermijn van deze zaak is nog niet voorbij. Op de pagina van de zaak ziet u hoelang wij de zaak bewaren.',
    conflict: 'Een collega heeft deze zaak intussen gewijzigd. Ga terug naar de zaak en kijk wat er is veranderd.',
    held: 'De vernietiging van deze zaak is aangehouden. Hef dat eerst op.',
    needs_second: 'Deze zaak is niet vandaag geregistreerd. Stel voor om de zaak te verwijderen.',
    nothing_due: 'Deze zaak staat al op een vernietigingslijst, of de vernietiging is aangehouden.',
  },
}
