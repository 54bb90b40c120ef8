/** Texts of the lists of zaken. */
export const werkvoorraad = {
  samenvatting: (totaal: number, { isVeel, gefilterd }: { isVeel: boolean; gefilterd: boolean }) => {
    const zaken = isVeel ? 'Meer dan 999 zaken' : `${totaal} ${totaal === 1 ? 'zaak' : 'zaken'}`
    return gefilterd ? `${zaken} gevonden.` : `${zaken}.`
  },
  teVeelOmTeTellen: '999+',
  kortGezocht:
    'U zoekt op minder dan drie letters of cijfers. Daarom ziet u alleen de zaak met dit nummer. Typ meer om ook op aanvrager en omschrijving te zoeken.',

  team: 'Team',
  alleTeams: 'Alle teams',
  termijn: 'Termijn',
  alleTermijnen: 'Alle termijnen',
  termijnen: {
    na_streefdatum: 'Streefdatum voorbij',
    na_fataledatum: 'Fatale datum voorbij',
    fataal_deze_week: 'Fatale datum deze week',
  },
  opgeschort: 'Opschorting',
  welOfNiet: 'Opgeschort of niet',
  opschortingen: {
    ja: 'Staat stil',
    aanvulling: 'Wacht op aanvulling',
    aanvulling_binnen: 'Aanvulling binnen',
  },
  staatStil: 'staat stil',
  termijnStaatStil: 'termijn staat stil',
}
