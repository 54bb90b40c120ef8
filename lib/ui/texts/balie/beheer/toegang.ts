/**
 * Texts about the credentials that a sink asks for: the fields of an abonnement, their problems, and its
 * page.
 */
export const toegang = {
  titel: 'De ontvanger vraagt meer',
  uitleg:
    'Alleen als de ontvanger dit van ons vraagt. Wij sturen het mee met de vraag om toestemming en met elk bericht. Geheimen ziet u hierna niet meer terug. Is er iets mis met het formulier, vul ze dan opnieuw in.',
  uitlegWijzig:
    'Wat u leeg laat, blijft zoals het is. Vult u iets in, dan geldt dat voor alles wat wij daarna sturen. Kies daarna ‘Vraag opnieuw toestemming’ of stuur een proefbericht om het te proberen.',
  certificate: 'Clientcertificaat (mTLS)',
  certificateHint:
    'In PEM. Zet eronder de certificaten van de uitgevers, in volgorde, tot en met het stamcertificaat. Zo ook bij PKIoverheid.',
  key: 'Privésleutel van het certificaat',
  keyHint: 'In PEM, zonder wachtwoord.',
  tokenendpoint: 'Adres van de token-server (OAuth2)',
  tokenendpointHint:
    'Daar halen wij een token met client credentials. Het token komt in de plaats van ons eigen JWT. Dat kan alleen met Standard Webhooks of HTTP Message Signatures.',
  clientid: 'Client-ID',
  clientsecret: 'Clientgeheim',
  scope: 'Scope',
  scopeHint: 'Meerdere namen met een spatie ertussen.',
  headers: 'Eigen headers',
  headersHint:
    'Eén per regel, zoals X-Api-Key: waarde. De naam begint met X-, of is in zijn geheel Api-Key, Apikey of Ocp-Apim-Subscription-Key.',
  weg: 'Wat vraagt de ontvanger niet meer?',
  soort: {
    clientcertificate: 'Clientcertificaat',
    oauth2: 'Token van de token-server',
    headers: 'Eigen headers',
  },
  tot: (moment: string) => `geldig tot ${moment}`,
  verlopen: (moment: string) => `verlopen op ${moment}`,
  sinds: (moment: string) => `sinds ${moment}`,

  fout: {
    tokenVolledig: 'Vul ook het adres, de client-ID en het clientgeheim in.',
    tokenendpointOngeldig: 'Dit is geen volledige URL. Begin met https:// en vul het hele adres in.',
    scopeOngeldig: 'Een scope bestaat uit namen met één spatie ertussen.',
    teLang: 'Dit is te lang.',
    teken: 'Hier staat een teken in dat niet kan.',
    tokenPastNiet:
      'Ons eigen token staat al op die plaats. Alleen dat bewijst hier voor wie een bericht is. Kies Standard Webhooks of HTTP Message Signatures.',
    sleutelLeeg: 'Vul ook de privésleutel in.',
    certificaatLeeg: 'Vul ook het certificaat in.',
    header: (regel: number) => `Regel ${regel} klopt niet. Schrijf X-Naam: waarde, met een naam die mag, en één keer.`,
    headersVeel: 'Dit zijn er te veel. Gebruik er hoogstens tien.',
    tokenendpoint_not_allowed:
      'Naar dit adres mogen wij niet sturen. Gebruik https en een adres buiten ons eigen netwerk.',
    certificate_unreadable: 'Dit is geen certificaat in PEM. Het begint met -----BEGIN CERTIFICATE-----.',
    certificate_expired: 'Dit certificaat, of dat van een uitgever, is verlopen.',
    certificate_not_yet_valid: 'Dit certificaat, of dat van een uitgever, is nog niet geldig.',
    certificate_not_for_clients:
      'Met dit certificaat mag een systeem zich niet bij een ander aanmelden (clientAuth ontbreekt). Vraag een clientcertificaat aan.',
    chain_incomplete:
      'De certificaten van de uitgevers ontbreken of staan niet op volgorde. Zet ze eronder, tot en met het stamcertificaat.',
    key_unreadable: 'Dit is geen privésleutel in PEM. Die begint met -----BEGIN PRIVATE KEY-----.',
    key_encrypted: 'Deze sleutel heeft een wachtwoord. Haal dat er eerst af.',
    key_does_not_fit: 'Deze sleutel hoort niet bij het certificaat.',
    key_too_weak: 'Deze sleutel is te zwak. Gebruik RSA vanaf 2048 bits of een elliptische kromme.',
  },
}
