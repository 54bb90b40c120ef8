export const PORTAALBEHEER = '/portaalbeheer'
export const PROEFDEUREN = `${PORTAALBEHEER}/proefdeuren`
export const DUIDELIJKHEID = `${PORTAALBEHEER}/duidelijkheid`
