/** The name of the abonnement of the optional second receiver. */
export const DEMO_ONTVANGER = 'Tweede ontvanger van de demo'
