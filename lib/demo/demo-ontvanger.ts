/** The name of the abonnement of the receiver that one can put beside the portal. */
export const DEMO_ONTVANGER = 'Tweede ontvanger van de demo'
