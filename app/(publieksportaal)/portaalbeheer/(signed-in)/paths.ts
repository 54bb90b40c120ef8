export const PORTAALBEHEER = '/portaalbeheer'
export const DUIDELIJKHEID = `${PORTAALBEHEER}/duidelijkheid`
