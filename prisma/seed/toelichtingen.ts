/** What a behandelaar writes to the citizen with a step or a resultaat; short, at language level B1. */
export const TOELICHTINGEN: Record<string, readonly string[]> = {
  aanvraag_compleet: [
    'Wij hebben alles gekregen. Dank u wel.',
    'Alles zit erbij. Wij gaan verder.',
    'Uw bijlagen zijn compleet. Dank u wel.',
  ],
  in_behandeling: [
    'Wij kijken of de plek vrij is.',
    'Wij overleggen met onze collega van verkeer.',
    'Een collega komt deze week kijken.',
  ],
  inhoudelijk_beoordeeld: [
    'Uw plan past in het omgevingsplan.',
    'Wij hebben uw plan getoetst aan de regels voor bouwen.',
    'De welstandscommissie heeft uw plan bekeken.',
  ],
  ontwerp_ter_inzage: ['U vindt het ontwerpbesluit op onze website en op het gemeentehuis.'],
  boom_beoordeeld: ['Onze boomdeskundige is langs geweest.', 'De boom is van dichtbij bekeken.'],
  locatie_beoordeeld: ['Er is genoeg ruimte voor een inrit.', 'Wij hebben gemeten of u veilig de weg op kunt.'],
  adviezen_ontvangen: [
    'Politie en brandweer hebben advies gegeven. Wij gebruiken dat om te beslissen.',
    'De GHOR vraagt om een extra EHBO-post. Dat nemen wij mee.',
  ],
  ondernemer_getoetst: ['De toets is klaar. Er zijn geen bezwaren.', 'Wij hebben uw gegevens gecontroleerd.'],
  gegevens_gecontroleerd: ['Uw adres en kenteken kloppen.', 'Uw gegevens zijn in orde.'],
  medisch_advies_ontvangen: ['De arts heeft ons het advies gestuurd.'],
  besluit_genomen: ['U krijgt de brief met ons besluit deze week.'],
  verleend: ['Let op de voorwaarden in het besluit.', 'Het besluit geldt vanaf vandaag.', 'Bewaar het besluit goed.'],
  geweigerd: [
    'U voldoet niet aan alle voorwaarden. In het besluit leest u welke.',
    'Wij begrijpen dat dit tegenvalt. Bel ons gerust.',
  ],
  buiten_behandeling: ['Wij vroegen u om meer informatie. Die hebben wij niet op tijd gekregen.'],
  ingetrokken: ['U heeft ons gebeld om te stoppen met uw aanvraag.'],
  heropening: ['Wij hebben een fout gemaakt in het besluit. Wij kijken er opnieuw naar.'],
}
