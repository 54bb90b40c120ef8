export const PORTAALBEHEER = '/portaalbeheer'
