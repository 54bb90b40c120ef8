-- Trusted from PostgreSQL 13 on: whoever may create objects in the database may create it.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'Searching at the desk needs the extension pg_trgm of PostgreSQL, which could not be created: %. Install the contrib modules of PostgreSQL, and run CREATE EXTENSION pg_trgm in this database as a user who may.', SQLERRM;
END $$;

-- CreateEnum
CREATE TYPE "voorval_soort" AS ENUM ('falend', 'uitgeschakeld', 'hersteld');

-- CreateEnum
CREATE TYPE "opschorting" AS ENUM ('opschorting', 'instemming', 'aanvulling');

-- CreateEnum
CREATE TYPE "dwangsomgrond" AS ENUM ('onredelijk_laat', 'geen_belanghebbende', 'kennelijk_niet_ontvankelijk', 'kennelijk_ongegrond');

-- CreateEnum
CREATE TYPE "rechtsmiddel" AS ENUM ('bezwaar', 'beroep', 'geen');

-- CreateEnum
CREATE TYPE "vervalreden" AS ENUM ('tijdelijk', 'ingetrokken_overheid', 'ingetrokken_belanghebbende', 'vervangen', 'vergissing');

-- CreateEnum
CREATE TYPE "inzendingsoort" AS ENUM ('aanvulling', 'intrekking', 'vraag');

-- CreateEnum
CREATE TYPE "bestandsstatus" AS ENUM ('onderweg', 'opgeslagen', 'geplaatst', 'vervallen');

-- CreateEnum
CREATE TYPE "virusscan" AS ENUM ('niet_gescand', 'schoon', 'besmet');

-- CreateEnum
CREATE TYPE "verwijdergrond" AS ENUM ('vergissing', 'bewaartermijn');

-- CreateEnum
CREATE TYPE "vernietigingsuitkomst" AS ENUM ('vernietigd', 'afgehaald', 'afgewezen', 'aangehouden', 'gewijzigd', 'verdwenen');

-- CreateEnum
CREATE TYPE "signalering_soort" AS ENUM ('termijn', 'aanvulling_ontvangen', 'aanvulling_deel_ontvangen', 'aanvulling_nagekomen', 'aanvulling_verlopen', 'instemming_eindigt', 'instemming_geeindigd', 'opschorting_duurt', 'ingebrekestelling', 'dwangsom_nabij', 'van_rechtswege', 'aanvulling_gemeld', 'intrekking_gevraagd', 'vraag_gesteld', 'bezorging_mislukt', 'toegewezen', 'mail_geweigerd', 'brief_nodig', 'niet_toegewezen', 'virus_gevonden');

-- CreateEnum
CREATE TYPE "bewijssoort" AS ENUM ('gezien', 'gezien_door_gemachtigde', 'gemaild', 'mail_geweigerd', 'mail_vervangen', 'document_opgehaald', 'document_opgehaald_door_gemachtigde');

-- CreateEnum
CREATE TYPE "protocol" AS ENUM ('HTTP', 'NATS');

-- CreateEnum
CREATE TYPE "credentialtype" AS ENUM ('JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR');

-- CreateEnum
CREATE TYPE "contentmodus" AS ENUM ('structured', 'binary', 'batch');

-- CreateEnum
CREATE TYPE "abonnement_status" AS ENUM ('wacht_op_toestemming', 'actief', 'geweigerd', 'gepauzeerd', 'uitgeschakeld');

-- CreateEnum
CREATE TYPE "toegangsoort" AS ENUM ('headers', 'oauth2', 'clientcertificate');

-- CreateEnum
CREATE TYPE "bezorging_status" AS ENUM ('wachtend', 'bezorgd', 'mislukt', 'overgeslagen');

-- CreateEnum
CREATE TYPE "melding_soort" AS ENUM ('falend', 'uitgeschakeld', 'mislukt', 'handshake', 'clientcertificate');

-- CreateEnum
CREATE TYPE "bulkhandeling" AS ENUM ('status', 'opschorten', 'hervatten', 'verlengen');

-- CreateEnum
CREATE TYPE "bulkuitkomst" AS ENUM ('gedaan', 'geweigerd');

-- CreateEnum
CREATE TYPE "sleutel_algoritme" AS ENUM ('ES256', 'Ed25519', 'PS256');

-- CreateEnum
CREATE TYPE "actor_soort" AS ENUM ('behandelaar', 'api_client', 'opdrachtregel', 'taak');

-- CreateEnum
CREATE TYPE "richting" AS ENUM ('inkomend', 'uitgaand', 'intern');

-- CreateEnum
CREATE TYPE "vertrouwelijkheidaanduiding" AS ENUM ('openbaar', 'beperkt_openbaar', 'intern', 'zaakvertrouwelijk', 'vertrouwelijk', 'confidentieel', 'geheim', 'zeer_geheim');

-- CreateTable
CREATE TABLE "behandelaar" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "rollen" TEXT[],
    "laatst_ingelogd_op" TIMESTAMPTZ(3),
    "email" TEXT,
    "signaleringen_mailen" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "behandelaar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessie" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "beeindigd_op" TIMESTAMPTZ(3),
    "subject_hash" TEXT,
    "sid_hash" TEXT,

    CONSTRAINT "sessie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uitlogtoken" (
    "hash" TEXT NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uitlogtoken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "afwijkende_klok" (
    "id" UUID NOT NULL,
    "proces" TEXT NOT NULL,
    "machine" TEXT NOT NULL,
    "voor_seconden" DOUBLE PRECISION NOT NULL,
    "sinds" TIMESTAMPTZ(3) NOT NULL,
    "gemeten_op" TIMESTAMPTZ(3) NOT NULL,
    "gemaild_op" TIMESTAMPTZ(3),

    CONSTRAINT "afwijkende_klok_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zaak" (
    "id" UUID NOT NULL,
    "nummer" SERIAL NOT NULL,
    "identificatie" TEXT NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "zaaktypeversie" INTEGER NOT NULL DEFAULT 1,
    "zaaktypenaam" TEXT NOT NULL DEFAULT '',
    "omschrijving" VARCHAR(80) NOT NULL,
    "aanvrager_naam" TEXT NOT NULL,
    "aanvrager_bsn" CHAR(9),
    "aanvrager_kvk" CHAR(8),
    "aanvrager_vestiging" CHAR(12),
    "aanvrager_adres" VARCHAR(200),
    "aanvrager_telefoon" VARCHAR(20),
    "behandelaar_id" UUID,
    "behandelaarnaam" TEXT NOT NULL DEFAULT '',
    "team" TEXT NOT NULL,
    "vertrouwelijk" BOOLEAN NOT NULL DEFAULT false,
    "startdatum" DATE NOT NULL,
    "versie" INTEGER NOT NULL DEFAULT 1,
    "gewijzigd_op" TIMESTAMPTZ(3) NOT NULL,
    "laatste_soort" TEXT NOT NULL DEFAULT 'registratie',
    "statusnaam" TEXT NOT NULL DEFAULT '',
    "statustype" TEXT NOT NULL,
    "status_bereikt" DATE,
    "statuscode" TEXT NOT NULL,
    "resultaat" TEXT,
    "einddatum" DATE,
    "einddatum_gepland" DATE NOT NULL,
    "uiterlijke_einddatum" DATE NOT NULL,
    "doorgeschoven_dagen" INTEGER NOT NULL DEFAULT 0,
    "opschorting" "opschorting",
    "opgeschort_op" DATE,
    "opgeschort_tot" DATE,
    "hervat_op" DATE,
    "verlengd" BOOLEAN NOT NULL DEFAULT false,
    "ingebrekegesteld_op" DATE,
    "dwangsom_bekend_op" DATE,
    "dwangsom_bedrag" INTEGER,
    "dwangsom_grond" "dwangsomgrond",
    "doorgezonden_naar" VARCHAR(200),
    "doorgezonden_op" DATE,
    "besluit_geldt" BOOLEAN NOT NULL DEFAULT false,
    "aangehouden_tot" DATE,
    "registratie_client" TEXT,
    "kenmerk" VARCHAR(100),
    "registratie_hash" CHAR(43),

    CONSTRAINT "zaak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lijststatus" (
    "zaak_id" UUID NOT NULL,
    "afgehandeld" BOOLEAN NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "statustype" TEXT NOT NULL,
    "statuscode" TEXT NOT NULL,
    "statusnaam" TEXT NOT NULL,
    "einddatum_gepland" DATE NOT NULL,
    "aanvulling_binnen" BOOLEAN NOT NULL,

    CONSTRAINT "lijststatus_pkey" PRIMARY KEY ("zaak_id")
);

-- CreateTable
CREATE TABLE "weergave" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "team" TEXT,
    "naam" VARCHAR(60) NOT NULL,
    "lijst" TEXT NOT NULL,
    "vraag" TEXT NOT NULL,

    CONSTRAINT "weergave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "beeindigd_op" TIMESTAMPTZ(3),

    CONSTRAINT "team_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "zaaktypeversie" (
    "identificatie" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "gegevens" JSONB NOT NULL,
    "geldig_vanaf" DATE NOT NULL,
    "vastgelegd_op" TIMESTAMPTZ(3) NOT NULL,
    "vastgelegd_door_id" UUID,

    CONSTRAINT "zaaktypeversie_pkey" PRIMARY KEY ("identificatie","versie")
);

-- CreateTable
CREATE TABLE "zaaktypeconcept" (
    "identificatie" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "bewerking" INTEGER NOT NULL,
    "gegevens" JSONB NOT NULL,
    "volledig" BOOLEAN NOT NULL,
    "importverslag" JSONB,
    "gewijzigd_op" TIMESTAMPTZ(3) NOT NULL,
    "gewijzigd_door_id" UUID NOT NULL,

    CONSTRAINT "zaaktypeconcept_pkey" PRIMARY KEY ("identificatie")
);

-- CreateTable
CREATE TABLE "doorlooptijd" (
    "zaaktype" TEXT NOT NULL,
    "peildatum" DATE NOT NULL,
    "aantal" INTEGER NOT NULL,
    "helft_binnen_weken" INTEGER,
    "negen_van_tien_binnen_weken" INTEGER,

    CONSTRAINT "doorlooptijd_pkey" PRIMARY KEY ("zaaktype")
);

-- CreateTable
CREATE TABLE "status" (
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "statustype" TEXT NOT NULL,
    "status_bereikt" DATE,
    "statuscode" TEXT NOT NULL,
    "resultaat" TEXT,
    "einddatum" DATE,
    "einddatum_gepland" DATE NOT NULL,
    "uiterlijke_einddatum" DATE NOT NULL,
    "doorgeschoven_dagen" INTEGER NOT NULL DEFAULT 0,
    "opschorting" "opschorting",
    "opgeschort_op" DATE,
    "opgeschort_tot" DATE,
    "hervat_op" DATE,
    "verlengd" BOOLEAN NOT NULL DEFAULT false,
    "ingebrekegesteld_op" DATE,
    "dwangsom_bekend_op" DATE,
    "dwangsom_bedrag" INTEGER,
    "dwangsom_grond" "dwangsomgrond",
    "doorgezonden_naar" VARCHAR(200),
    "doorgezonden_op" DATE,
    "reden" TEXT,
    "datum_status_gezet" TIMESTAMPTZ(3) NOT NULL,
    "statustoelichting" VARCHAR(1000),
    "gezet_door_id" UUID,
    "gezet_door_client" TEXT,
    "gebeurtenis_id" UUID NOT NULL,

    CONSTRAINT "status_pkey" PRIMARY KEY ("gebeurtenis_id")
);

-- CreateTable
CREATE TABLE "besluit" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "besluittype" TEXT NOT NULL,
    "rechtsmiddel" "rechtsmiddel" NOT NULL,
    "datum" DATE NOT NULL,
    "bekendmakingsdatum" DATE,
    "terinzagedatum" DATE,
    "ingangsdatum" DATE NOT NULL,
    "vervaldatum" DATE,
    "vervalreden" "vervalreden",
    "vervangen_door" UUID,
    "intrekkingsdatum" DATE,
    "intrekking_bekend_op" DATE,
    "van_rechtswege" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "besluit_pkey" PRIMARY KEY ("zaak_id","versie","id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "richting" "richting" NOT NULL,
    "bestand_id" UUID NOT NULL,
    "titel" VARCHAR(200) NOT NULL,
    "informatieobjecttype" TEXT NOT NULL,
    "datum" DATE NOT NULL,
    "vertrouwelijkheidaanduiding" "vertrouwelijkheidaanduiding" NOT NULL,
    "zichtbaar_vanaf" DATE,
    "besluit_id" UUID,
    "documentversie" INTEGER NOT NULL,
    "inzending_id" UUID,
    "aanvulling_id" UUID,
    "vervallen_versie" INTEGER,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documentregel" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "ingetrokken" BOOLEAN NOT NULL,
    "reden" VARCHAR(1000),
    "door_id" UUID,
    "door_client" TEXT,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "documentregel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gegevenswijziging" (
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "aanleiding" VARCHAR(1000) NOT NULL,
    "startdatum" DATE NOT NULL,
    "omschrijving" VARCHAR(80) NOT NULL,
    "aanvrager_naam" TEXT NOT NULL,
    "aanvrager_bsn" CHAR(9),
    "aanvrager_kvk" CHAR(8),
    "aanvrager_vestiging" CHAR(12),
    "aanvrager_adres" VARCHAR(200),
    "aanvrager_telefoon" VARCHAR(20),
    "andere_aanvrager" BOOLEAN NOT NULL,
    "oordeel" VARCHAR(1000),
    "beoordeeld_op" TIMESTAMPTZ(3),
    "beoordeeld_door_id" UUID,

    CONSTRAINT "gegevenswijziging_pkey" PRIMARY KEY ("zaak_id","versie")
);

-- CreateTable
CREATE TABLE "aanvulling" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "naam" VARCHAR(80) NOT NULL,
    "toelichting" VARCHAR(500),
    "formulier" TEXT,
    "ontvangen_op" DATE,
    "ontvangst_versie" INTEGER,
    "teruggenomen" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "aanvulling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inzending" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "kenmerk" VARCHAR(100) NOT NULL,
    "soort" "inzendingsoort" NOT NULL,
    "aanvulling_ids" UUID[],
    "door_gemachtigde" BOOLEAN NOT NULL DEFAULT false,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(3) NOT NULL,
    "afgewezen_versie" INTEGER,
    "tekst" VARCHAR(1000),
    "beantwoord_versie" INTEGER,

    CONSTRAINT "inzending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bestand" (
    "id" UUID NOT NULL,
    "zaak_id" UUID,
    "status" "bestandsstatus" NOT NULL DEFAULT 'onderweg',
    "naam" VARCHAR(120) NOT NULL,
    "inzender" TEXT,
    "formaat" TEXT,
    "grootte" INTEGER,
    "sha256" CHAR(64),
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "virusscan" "virusscan" NOT NULL DEFAULT 'niet_gescand',
    "scannen_op" TIMESTAMPTZ(3),
    "scanpogingen" INTEGER NOT NULL DEFAULT 0,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bestand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verwijderde_zaak" (
    "id" UUID NOT NULL,
    "identificatie" TEXT NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "verwijderd_op" TIMESTAMPTZ(3) NOT NULL,
    "grond" "verwijdergrond" NOT NULL,
    "door_id" UUID,
    "door_client" TEXT,
    "lijst_id" UUID,

    CONSTRAINT "verwijderde_zaak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vernietigingslijst" (
    "id" UUID NOT NULL,
    "nummer" SERIAL NOT NULL,
    "grond" "verwijdergrond" NOT NULL,
    "toelichting" VARCHAR(1000),
    "voorgesteld_door_id" UUID NOT NULL,
    "voorgesteld_op" TIMESTAMPTZ(3) NOT NULL,
    "goedgekeurd_door_id" UUID,
    "goedgekeurd_op" TIMESTAMPTZ(3),
    "afgewezen_door_id" UUID,
    "afgewezen_op" TIMESTAMPTZ(3),
    "afwijzing" VARCHAR(1000),
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "vernietigingslijst_pkey" PRIMARY KEY ("id"),
    -- nobody approves what they proposed themselves
    CONSTRAINT "vernietigingslijst_twee_personen" CHECK ("goedgekeurd_door_id" <> "voorgesteld_door_id")
);

-- CreateTable
CREATE TABLE "vernietigingsregel" (
    "lijst_id" UUID NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "identificatie" TEXT NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "zaaktypenaam" TEXT NOT NULL,
    "resultaatnaam" TEXT,
    "selectielijst" TEXT,
    "einddatum" DATE,
    "bewaartermijn" TEXT,
    "archiefactiedatum" DATE,
    "uitkomst" "vernietigingsuitkomst",
    "reden" VARCHAR(1000),
    "door_id" UUID,
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "vernietigingsregel_pkey" PRIMARY KEY ("lijst_id","volgnummer")
);

-- CreateTable
CREATE TABLE "aanhouding" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "aangehouden" BOOLEAN NOT NULL,
    "tot" DATE,
    "reden" VARCHAR(1000) NOT NULL,
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aanhouding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "toewijzing" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "van_behandelaar_id" UUID,
    "naar_behandelaar_id" UUID,
    "van_team" TEXT NOT NULL,
    "naar_team" TEXT NOT NULL,
    "door_id" UUID,
    "door_client" TEXT,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "toewijzing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vertrouwelijkheid" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "vertrouwelijk" BOOLEAN NOT NULL,
    "reden" VARCHAR(1000) NOT NULL,
    "door_id" UUID,
    "door_client" TEXT,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vertrouwelijkheid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notitie" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "tekst" VARCHAR(4000) NOT NULL,
    "door_id" UUID NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "verbetert_id" UUID,
    "reden" VARCHAR(1000),

    CONSTRAINT "notitie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signalering" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "soort" "signalering_soort" NOT NULL,
    "gegeven" TEXT NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "gezien_op" TIMESTAMPTZ(3),
    "gemaild_op" TIMESTAMPTZ(3),

    CONSTRAINT "signalering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gebeurtenis" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "vastgelegd_op" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "body" TEXT,

    CONSTRAINT "gebeurtenis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verspreiding" (
    "tot_sequence" INTEGER NOT NULL,

    CONSTRAINT "verspreiding_pkey" PRIMARY KEY ("tot_sequence")
);

-- CreateTable
CREATE TABLE "bewijs" (
    "gebeurtenis_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "soort" "bewijssoort" NOT NULL,
    "zaak_id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bewijs_pkey" PRIMARY KEY ("gebeurtenis_id","client","soort")
);

-- CreateTable
CREATE TABLE "bereikbaarheid" (
    "zaak_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "portaal_gebruikt" BOOLEAN NOT NULL,
    "email_bevestigd" BOOLEAN NOT NULL,
    "gemeld_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bereikbaarheid_pkey" PRIMARY KEY ("zaak_id","client")
);

-- CreateTable
CREATE TABLE "api_client" (
    "id" UUID NOT NULL,
    "naam" VARCHAR(60) NOT NULL,
    "contact" TEXT NOT NULL,
    "scopes" TEXT[],
    "zaaktypen" TEXT[],
    "types" TEXT[],
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "ingetrokken_op" TIMESTAMPTZ(3),
    "gewaarschuwd_op" TIMESTAMPTZ(3),
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "gemaakt_door_id" UUID,

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "begin" VARCHAR(12) NOT NULL,
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3),
    "laatst_gebruikt_op" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "abonnement" (
    "id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "naam" TEXT NOT NULL DEFAULT '',
    "contact" TEXT,
    "protocol" "protocol" NOT NULL DEFAULT 'HTTP',
    "sink" TEXT NOT NULL,
    "nats_subject" TEXT NOT NULL DEFAULT '',
    "nats_stream" TEXT,
    "types" TEXT[],
    "filters" JSONB NOT NULL DEFAULT '[]',
    "filterpad" jsonpath,
    "credentialtype" "credentialtype" NOT NULL,
    "contentmodus" "contentmodus" NOT NULL DEFAULT 'structured',
    "status" "abonnement_status" NOT NULL,
    "statusreden" TEXT,
    "status_sinds" TIMESTAMPTZ(3) NOT NULL,
    "toegestane_rate" INTEGER,
    "rate_volgende" TIMESTAMPTZ(3),
    "max_gelijktijdig" INTEGER NOT NULL DEFAULT 64,
    "herhaalschema" INTEGER[],
    "toegang_versie" INTEGER NOT NULL DEFAULT 0,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "bevestigd_op" TIMESTAMPTZ(3),
    "foutcode" TEXT,
    "callback_hash" TEXT,
    "callback_tot" TIMESTAMPTZ(3),
    "falend_sinds" TIMESTAMPTZ(3),
    "gewaarschuwd_bij" INTEGER NOT NULL DEFAULT 0,
    "laatste_foutsoort" TEXT,
    "laatste_fout_op" TIMESTAMPTZ(3),
    "circuit_open_tot" TIMESTAMPTZ(3),
    "circuit_geopend_op" TIMESTAMPTZ(3),
    "circuit_gesloten_op" TIMESTAMPTZ(3),

    CONSTRAINT "abonnement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voorval" (
    "id" BIGSERIAL NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "soort" "voorval_soort" NOT NULL,
    "gegeven" TEXT,
    "op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "voorval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handshake" (
    "id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,
    "lease_tot" TIMESTAMPTZ(3),
    "klaar_op" TIMESTAMPTZ(3),
    "foutdetail" TEXT,

    CONSTRAINT "handshake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "geheim" (
    "id" UUID NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "vervalt_op" TIMESTAMPTZ(3),

    CONSTRAINT "geheim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "toegang" (
    "id" UUID NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "soort" "toegangsoort" NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3),
    "gewaarschuwd_op" TIMESTAMPTZ(3),

    CONSTRAINT "toegang_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bezorging" (
    "id" BIGSERIAL NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "gebeurtenis_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "status" "bezorging_status" NOT NULL DEFAULT 'wachtend',
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "ronde_vanaf" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3),
    "herhaling" BOOLEAN NOT NULL DEFAULT false,
    "handmatig" BOOLEAN NOT NULL DEFAULT false,
    "lease_id" UUID,
    "lease_tot" TIMESTAMPTZ(3),
    "afgerond_op" TIMESTAMPTZ(3),

    CONSTRAINT "bezorging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bezorgpoging" (
    "bezorging_id" BIGINT NOT NULL,
    "nummer" INTEGER NOT NULL,
    "handmatig" BOOLEAN NOT NULL DEFAULT false,
    "begonnen_op" TIMESTAMPTZ(3) NOT NULL,
    "duur_ms" INTEGER NOT NULL,
    "http_status" INTEGER,
    "foutsoort" TEXT,
    "foutdetail" TEXT,
    "request_headers" JSONB NOT NULL,
    "response_headers" JSONB,
    "response_body" TEXT,
    "response_afgekapt" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bezorgpoging_pkey" PRIMARY KEY ("bezorging_id","nummer")
);

-- CreateTable
CREATE TABLE "bezorgstatistiek" (
    "abonnement_id" UUID NOT NULL,
    "begin" TIMESTAMPTZ(3) NOT NULL,
    "geslaagd" INTEGER NOT NULL,
    "mislukt" INTEGER NOT NULL,
    "geweigerd" INTEGER NOT NULL DEFAULT 0,
    "herhaald" INTEGER NOT NULL,
    "duren" INTEGER[],

    CONSTRAINT "bezorgstatistiek_pkey" PRIMARY KEY ("abonnement_id","begin")
);

-- CreateTable
CREATE TABLE "melding" (
    "id" UUID NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "soort" "melding_soort" NOT NULL,
    "gegeven" TEXT NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "gemaild_op" TIMESTAMPTZ(3),
    "gezien_op" TIMESTAMPTZ(3),

    CONSTRAINT "melding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "herstelactie" (
    "id" UUID NOT NULL,
    "abonnement_id" UUID NOT NULL,
    "vanaf" TIMESTAMPTZ(3) NOT NULL,
    "gevraagd_door_id" UUID,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "tot_sequence" INTEGER NOT NULL DEFAULT 0,
    "totaal" INTEGER NOT NULL,
    "hersteld" INTEGER NOT NULL DEFAULT 0,
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "herstelactie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulkopdracht" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "handeling" "bulkhandeling",
    "invoer" JSONB,
    "traceparent" TEXT,
    "gestart_op" TIMESTAMPTZ(3),
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "bulkopdracht_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulkregel" (
    "opdracht_id" UUID NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "uitkomst" "bulkuitkomst",
    "redenen" TEXT[],
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "bulkregel_pkey" PRIMARY KEY ("opdracht_id","volgnummer")
);

-- CreateTable
CREATE TABLE "herberekening" (
    "id" UUID NOT NULL,
    "zaaktype" TEXT,
    "naar_versie" INTEGER,
    "aangevraagd_op" TIMESTAMPTZ(3) NOT NULL,
    "aangevraagd_door_id" UUID NOT NULL,
    "gezocht_tot" UUID,
    "gezocht" INTEGER NOT NULL DEFAULT 0,
    "gevonden" INTEGER NOT NULL DEFAULT 0,
    "gevonden_op" TIMESTAMPTZ(3),
    "toelichting" VARCHAR(1000),
    "ook_later" BOOLEAN NOT NULL DEFAULT false,
    "traceparent" TEXT,
    "gestart_op" TIMESTAMPTZ(3),
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "herberekening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "herberekenregel" (
    "herberekening_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "identificatie" TEXT NOT NULL,
    "streefdatum_was" DATE NOT NULL,
    "streefdatum" DATE NOT NULL,
    "fatale_datum_was" DATE NOT NULL,
    "fatale_datum" DATE NOT NULL,
    "doorgeschoven_dagen" INTEGER NOT NULL,
    "uitkomst" "bulkuitkomst",
    "redenen" TEXT[],
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "herberekenregel_pkey" PRIMARY KEY ("herberekening_id","zaak_id")
);

-- CreateTable
CREATE TABLE "idempotentie" (
    "client" TEXT NOT NULL,
    "sleutel" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "http_status" INTEGER NOT NULL,
    "antwoord" JSONB NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotentie_pkey" PRIMARY KEY ("client","sleutel")
);

-- CreateTable
CREATE TABLE "sleutel" (
    "kid" TEXT NOT NULL,
    "alg" "sleutel_algoritme" NOT NULL,
    "publiek" JSONB NOT NULL,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "gepubliceerd_op" TIMESTAMPTZ(3) NOT NULL,
    "tekent_vanaf" TIMESTAMPTZ(3) NOT NULL,
    "tekent_tot" TIMESTAMPTZ(3),
    "gepubliceerd_tot" TIMESTAMPTZ(3),

    CONSTRAINT "sleutel_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "auditregel" (
    "id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "begonnen_op" TIMESTAMPTZ(3),
    "actor_soort" "actor_soort" NOT NULL,
    "actor" TEXT,
    "handeling" TEXT NOT NULL,
    "object_soort" TEXT,
    "object_id" TEXT,
    "zaak_id" UUID,
    "betrokkene" BYTEA,
    "aantal" INTEGER,
    "uitkomst" TEXT NOT NULL,
    "wijzigingen" JSONB,
    "trace_id" BYTEA NOT NULL DEFAULT uuid_send(gen_random_uuid()),
    "parent_span_id" BYTEA,

    CONSTRAINT "auditregel_pkey" PRIMARY KEY ("tijdstip","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_bestand_id_key" ON "document"("bestand_id");

-- CreateIndex
CREATE INDEX "document_zaak_id_versie_idx" ON "document"("zaak_id", "versie");

-- CreateIndex
CREATE UNIQUE INDEX "documentregel_document_id_ingetrokken_key" ON "documentregel"("document_id", "ingetrokken");

-- CreateIndex
CREATE UNIQUE INDEX "behandelaar_subject_key" ON "behandelaar"("subject");

-- CreateIndex
CREATE INDEX "sessie_verloopt_op_idx" ON "sessie"("verloopt_op");

-- CreateIndex
CREATE INDEX "sessie_subject_hash_idx" ON "sessie"("subject_hash");

-- CreateIndex
CREATE INDEX "sessie_sid_hash_idx" ON "sessie"("sid_hash");

-- CreateIndex
CREATE INDEX "uitlogtoken_verloopt_op_idx" ON "uitlogtoken"("verloopt_op");

-- CreateIndex
CREATE UNIQUE INDEX "zaak_nummer_key" ON "zaak"("nummer");

-- CreateIndex
CREATE UNIQUE INDEX "zaak_identificatie_key" ON "zaak"("identificatie");

-- CreateIndex
CREATE INDEX "zaak_open_streefdatum_idx" ON "zaak"("einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_fataledatum_idx" ON "zaak"("uiterlijke_einddatum", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_zaaknummer_idx" ON "zaak"("identificatie" COLLATE "C", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_zaaktype_idx" ON "zaak"("zaaktypenaam" COLLATE "C", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_behandelaar_idx" ON "zaak"("behandelaarnaam" COLLATE "C", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_streefdatum_idx" ON "zaak"("einddatum_gepland", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_fataledatum_idx" ON "zaak"("uiterlijke_einddatum", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_zaaknummer_idx" ON "zaak"("identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_zaaktype_idx" ON "zaak"("zaaktypenaam" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_behandelaar_idx" ON "zaak"("behandelaarnaam" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_open_van_behandelaar_idx" ON "zaak"("behandelaar_id", "einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_van_team_idx" ON "zaak"("team", "einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_van_zaaktype_idx" ON "zaak"("zaaktype", "einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_van_behandelaar_idx" ON "zaak"("behandelaar_id", "identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_van_team_idx" ON "zaak"("team", "identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_van_zaaktype_idx" ON "zaak"("zaaktype", "identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_van_bsn_idx" ON "zaak"("aanvrager_bsn") WHERE (aanvrager_bsn IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_opgeschort_idx" ON "zaak"("einddatum_gepland", "id") WHERE (einddatum IS NULL AND opschorting IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_stilstand_eindigt_idx" ON "zaak"("opgeschort_tot") WHERE (opschorting <> 'opschorting');

-- CreateIndex
CREATE INDEX "zaak_termijn_loopt_idx" ON "zaak"("uiterlijke_einddatum") WHERE (opschorting IS NULL AND behandelaar_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_ingebrekestelling_idx" ON "zaak"("ingebrekegesteld_op") WHERE (einddatum IS NULL AND ingebrekegesteld_op IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_bewaartermijn_idx" ON "zaak"("zaaktype", "zaaktypeversie", "resultaat", "einddatum") WHERE (resultaat IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "zaak_registratie_client_kenmerk_key" ON "zaak"("registratie_client", "kenmerk");

-- CreateIndex
CREATE INDEX "lijststatus_afgehandeld_statusnaam_zaak_id_idx" ON "lijststatus"("afgehandeld", "statusnaam" COLLATE "C", "zaak_id");

-- CreateIndex
CREATE INDEX "lijststatus_statustype_einddatum_gepland_zaak_id_idx" ON "lijststatus"("statustype", "einddatum_gepland", "zaak_id");

-- CreateIndex
CREATE INDEX "lijststatus_statuscode_zaaktype_zaak_id_idx" ON "lijststatus"("statuscode", "zaaktype", "zaak_id");

-- CreateIndex
CREATE INDEX "lijststatus_aanvulling_binnen_idx" ON "lijststatus"("einddatum_gepland", "zaak_id") WHERE (aanvulling_binnen);

-- CreateIndex
CREATE UNIQUE INDEX "team_naam_key" ON "team"("naam");

-- CreateIndex
CREATE INDEX "weergave_team_idx" ON "weergave"("team");

-- CreateIndex
CREATE UNIQUE INDEX "weergave_behandelaar_id_naam_key" ON "weergave"("behandelaar_id", "naam");

-- CreateIndex
CREATE UNIQUE INDEX "status_zaak_id_versie_key" ON "status"("zaak_id", "versie");

-- CreateIndex
CREATE INDEX "gegevenswijziging_datalek_idx" ON "gegevenswijziging"("zaak_id", "versie") WHERE (andere_aanvrager);

-- CreateIndex
CREATE UNIQUE INDEX "aanvulling_zaak_id_versie_volgnummer_key" ON "aanvulling"("zaak_id", "versie", "volgnummer");

-- CreateIndex
CREATE INDEX "inzending_zaak_id_idx" ON "inzending"("zaak_id");

-- CreateIndex
CREATE UNIQUE INDEX "inzending_client_kenmerk_key" ON "inzending"("client", "kenmerk");

-- CreateIndex
CREATE UNIQUE INDEX "inzending_intrekking_open_key" ON "inzending"("zaak_id") WHERE (soort = 'intrekking' AND afgewezen_versie IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "inzending_vraag_open_key" ON "inzending"("zaak_id") WHERE (soort = 'vraag' AND beantwoord_versie IS NULL);

-- CreateIndex
CREATE INDEX "bestand_zaak_id_idx" ON "bestand"("zaak_id");

-- CreateIndex
CREATE INDEX "bestand_sleutel_id_idx" ON "bestand"("sleutel_id");

-- CreateIndex
CREATE INDEX "bestand_op_te_ruimen_idx" ON "bestand"("aangemaakt_op") WHERE (status <> 'geplaatst' OR zaak_id IS NULL);

-- CreateIndex
CREATE INDEX "bestand_te_scannen_idx" ON "bestand"("scannen_op") WHERE (scannen_op IS NOT NULL);

-- CreateIndex
CREATE INDEX "bestand_besmet_idx" ON "bestand"("virusscan") WHERE (virusscan = 'besmet');

-- CreateIndex
CREATE UNIQUE INDEX "verwijderde_zaak_identificatie_key" ON "verwijderde_zaak"("identificatie");

-- CreateIndex
CREATE INDEX "verwijderde_zaak_verwijderd_op_id_idx" ON "verwijderde_zaak"("verwijderd_op", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vernietigingslijst_nummer_key" ON "vernietigingslijst"("nummer");

-- CreateIndex
CREATE INDEX "vernietigingslijst_open_idx" ON "vernietigingslijst"("goedgekeurd_op") WHERE (klaar_op IS NULL AND afgewezen_op IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "vernietigingsregel_open_key" ON "vernietigingsregel"("zaak_id") WHERE (uitkomst IS NULL);

-- CreateIndex
CREATE INDEX "aanhouding_zaak_id_idx" ON "aanhouding"("zaak_id");

-- CreateIndex
CREATE INDEX "toewijzing_zaak_id_idx" ON "toewijzing"("zaak_id");

-- CreateIndex
CREATE INDEX "vertrouwelijkheid_zaak_id_idx" ON "vertrouwelijkheid"("zaak_id");

-- CreateIndex
CREATE UNIQUE INDEX "notitie_verbetert_id_key" ON "notitie"("verbetert_id");

-- CreateIndex
CREATE INDEX "notitie_zaak_id_idx" ON "notitie"("zaak_id");

-- CreateIndex
CREATE INDEX "signalering_ongezien_idx" ON "signalering"("behandelaar_id", "aangemaakt_op", "id") WHERE (gezien_op IS NULL);

-- CreateIndex
CREATE INDEX "signalering_aangemaakt_op_idx" ON "signalering"("aangemaakt_op");

-- CreateIndex
CREATE UNIQUE INDEX "signalering_zaak_id_behandelaar_id_soort_gegeven_key" ON "signalering"("zaak_id", "behandelaar_id", "soort", "gegeven");

-- CreateIndex
CREATE UNIQUE INDEX "gebeurtenis_sequence_key" ON "gebeurtenis"("sequence");

-- CreateIndex
CREATE INDEX "gebeurtenis_zaak_id_sequence_idx" ON "gebeurtenis"("zaak_id", "sequence");

-- CreateIndex
CREATE INDEX "gebeurtenis_te_schonen_idx" ON "gebeurtenis"("sequence") WHERE (body IS NOT NULL);

-- CreateIndex
CREATE INDEX "bewijs_zaak_id_idx" ON "bewijs"("zaak_id");

-- CreateIndex
CREATE INDEX "bewijs_soort_ontvangen_op_idx" ON "bewijs"("soort", "ontvangen_op");

-- CreateIndex
CREATE UNIQUE INDEX "api_client_naam_key" ON "api_client"("naam");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_client_id_idx" ON "api_token"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "abonnement_callback_hash_key" ON "abonnement"("callback_hash");

-- CreateIndex
CREATE UNIQUE INDEX "abonnement_client_sink_nats_subject_key" ON "abonnement"("client", "sink", "nats_subject");

-- CreateIndex
CREATE INDEX "voorval_abonnement_id_idx" ON "voorval"("abonnement_id");

-- CreateIndex
CREATE INDEX "handshake_client_gevraagd_op_idx" ON "handshake"("client", "gevraagd_op");

-- CreateIndex
CREATE INDEX "handshake_open_idx" ON "handshake"("gevraagd_op") WHERE (klaar_op IS NULL);

-- CreateIndex
CREATE INDEX "geheim_abonnement_id_idx" ON "geheim"("abonnement_id");

-- CreateIndex
CREATE UNIQUE INDEX "toegang_abonnement_id_soort_key" ON "toegang"("abonnement_id", "soort");

-- CreateIndex
CREATE INDEX "bezorging_abonnement_id_sequence_idx" ON "bezorging"("abonnement_id", "sequence");

-- CreateIndex
CREATE INDEX "bezorging_te_doen_idx" ON "bezorging"("abonnement_id", "herhaling", "volgende_poging", "sequence") WHERE (status = 'wachtend' AND volgende_poging IS NOT NULL);

-- CreateIndex
CREATE INDEX "bezorging_volgorde_idx" ON "bezorging"("abonnement_id", "zaak_id", "sequence") WHERE (status = 'wachtend');

-- CreateIndex
CREATE INDEX "bezorging_te_herstellen_idx" ON "bezorging"("abonnement_id", "sequence") WHERE (status <> 'bezorgd' AND (status <> 'wachtend' OR herhaling));

-- CreateIndex
CREATE UNIQUE INDEX "bezorging_gebeurtenis_id_abonnement_id_key" ON "bezorging"("gebeurtenis_id", "abonnement_id");

-- CreateIndex
CREATE INDEX "melding_abonnement_id_aangemaakt_op_idx" ON "melding"("abonnement_id", "aangemaakt_op");

-- CreateIndex
CREATE INDEX "melding_te_mailen_idx" ON "melding"("aangemaakt_op") WHERE (gemaild_op IS NULL);

-- CreateIndex
CREATE INDEX "herstelactie_open_idx" ON "herstelactie"("aangemaakt_op") WHERE (klaar_op IS NULL);

-- CreateIndex
CREATE INDEX "bulkopdracht_behandelaar_id_gestart_op_idx" ON "bulkopdracht"("behandelaar_id", "gestart_op");

-- CreateIndex
CREATE INDEX "bulkopdracht_open_idx" ON "bulkopdracht"("gestart_op") WHERE (gestart_op IS NOT NULL AND klaar_op IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "bulkregel_opdracht_id_zaak_id_key" ON "bulkregel"("opdracht_id", "zaak_id");

-- CreateIndex
CREATE INDEX "herberekening_aangevraagd_op_idx" ON "herberekening"("aangevraagd_op");

-- CreateIndex
CREATE INDEX "idempotentie_aangemaakt_op_idx" ON "idempotentie"("aangemaakt_op");

-- CreateIndex
CREATE UNIQUE INDEX "sleutel_laatste_key" ON "sleutel"("alg") WHERE (tekent_tot IS NULL);

-- CreateIndex
CREATE INDEX "auditregel_actor_tijdstip_id_idx" ON "auditregel"("actor", "tijdstip", "id");

-- CreateIndex
CREATE INDEX "auditregel_handeling_tijdstip_id_idx" ON "auditregel"("handeling", "tijdstip", "id");

-- CreateIndex
CREATE INDEX "auditregel_zaak_idx" ON "auditregel"("zaak_id", "tijdstip", "id") WHERE (zaak_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "auditregel_mensen_idx" ON "auditregel"("tijdstip", "id") WHERE (actor_soort = 'behandelaar');

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_bestand_id_fkey" FOREIGN KEY ("bestand_id") REFERENCES "bestand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documentregel" ADD CONSTRAINT "documentregel_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documentregel" ADD CONSTRAINT "documentregel_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessie" ADD CONSTRAINT "sessie_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_zaaktype_zaaktypeversie_fkey" FOREIGN KEY ("zaaktype", "zaaktypeversie") REFERENCES "zaaktypeversie"("identificatie", "versie") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lijststatus" ADD CONSTRAINT "lijststatus_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weergave" ADD CONSTRAINT "weergave_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaaktypeversie" ADD CONSTRAINT "zaaktypeversie_vastgelegd_door_id_fkey" FOREIGN KEY ("vastgelegd_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaaktypeconcept" ADD CONSTRAINT "zaaktypeconcept_gewijzigd_door_id_fkey" FOREIGN KEY ("gewijzigd_door_id") REFERENCES "behandelaar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_gezet_door_id_fkey" FOREIGN KEY ("gezet_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_gebeurtenis_id_fkey" FOREIGN KEY ("gebeurtenis_id") REFERENCES "gebeurtenis"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "besluit" ADD CONSTRAINT "besluit_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gegevenswijziging" ADD CONSTRAINT "gegevenswijziging_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gegevenswijziging" ADD CONSTRAINT "gegevenswijziging_beoordeeld_door_id_fkey" FOREIGN KEY ("beoordeeld_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aanvulling" ADD CONSTRAINT "aanvulling_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inzending" ADD CONSTRAINT "inzending_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bestand" ADD CONSTRAINT "bestand_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verwijderde_zaak" ADD CONSTRAINT "verwijderde_zaak_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verwijderde_zaak" ADD CONSTRAINT "verwijderde_zaak_lijst_id_fkey" FOREIGN KEY ("lijst_id") REFERENCES "vernietigingslijst"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vernietigingslijst" ADD CONSTRAINT "vernietigingslijst_voorgesteld_door_id_fkey" FOREIGN KEY ("voorgesteld_door_id") REFERENCES "behandelaar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vernietigingslijst" ADD CONSTRAINT "vernietigingslijst_goedgekeurd_door_id_fkey" FOREIGN KEY ("goedgekeurd_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vernietigingslijst" ADD CONSTRAINT "vernietigingslijst_afgewezen_door_id_fkey" FOREIGN KEY ("afgewezen_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vernietigingsregel" ADD CONSTRAINT "vernietigingsregel_lijst_id_fkey" FOREIGN KEY ("lijst_id") REFERENCES "vernietigingslijst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vernietigingsregel" ADD CONSTRAINT "vernietigingsregel_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aanhouding" ADD CONSTRAINT "aanhouding_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aanhouding" ADD CONSTRAINT "aanhouding_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "toewijzing" ADD CONSTRAINT "toewijzing_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "toewijzing" ADD CONSTRAINT "toewijzing_naar_behandelaar_id_fkey" FOREIGN KEY ("naar_behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "toewijzing" ADD CONSTRAINT "toewijzing_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vertrouwelijkheid" ADD CONSTRAINT "vertrouwelijkheid_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vertrouwelijkheid" ADD CONSTRAINT "vertrouwelijkheid_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notitie" ADD CONSTRAINT "notitie_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notitie" ADD CONSTRAINT "notitie_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notitie" ADD CONSTRAINT "notitie_verbetert_id_fkey" FOREIGN KEY ("verbetert_id") REFERENCES "notitie"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signalering" ADD CONSTRAINT "signalering_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signalering" ADD CONSTRAINT "signalering_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_gebeurtenis_id_fkey" FOREIGN KEY ("gebeurtenis_id") REFERENCES "gebeurtenis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bereikbaarheid" ADD CONSTRAINT "bereikbaarheid_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_gemaakt_door_id_fkey" FOREIGN KEY ("gemaakt_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "api_client"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voorval" ADD CONSTRAINT "voorval_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "geheim" ADD CONSTRAINT "geheim_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "toegang" ADD CONSTRAINT "toegang_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorging" ADD CONSTRAINT "bezorging_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorging" ADD CONSTRAINT "bezorging_gebeurtenis_id_fkey" FOREIGN KEY ("gebeurtenis_id") REFERENCES "gebeurtenis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorgpoging" ADD CONSTRAINT "bezorgpoging_bezorging_id_fkey" FOREIGN KEY ("bezorging_id") REFERENCES "bezorging"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorgstatistiek" ADD CONSTRAINT "bezorgstatistiek_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "melding" ADD CONSTRAINT "melding_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herstelactie" ADD CONSTRAINT "herstelactie_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herstelactie" ADD CONSTRAINT "herstelactie_gevraagd_door_id_fkey" FOREIGN KEY ("gevraagd_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulkopdracht" ADD CONSTRAINT "bulkopdracht_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulkregel" ADD CONSTRAINT "bulkregel_opdracht_id_fkey" FOREIGN KEY ("opdracht_id") REFERENCES "bulkopdracht"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herberekening" ADD CONSTRAINT "herberekening_aangevraagd_door_id_fkey" FOREIGN KEY ("aangevraagd_door_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herberekenregel" ADD CONSTRAINT "herberekenregel_herberekening_id_fkey" FOREIGN KEY ("herberekening_id") REFERENCES "herberekening"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows schema.prisma cannot say.

-- A change of status leaves the row of the zaak on its page (HOT) where there is room beside it.
ALTER TABLE "zaak" SET (fillfactor = 85);

-- Every row is written two or three times within moments: leave room beside it, and clear away often.
ALTER TABLE "bezorging" SET (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE "abonnement" SET (fillfactor = 50);
ALTER TABLE "bezorgstatistiek" SET (fillfactor = 50);

-- The sequence of an event is given in the statement of its change: contiguous, because a change that is rolled back gives its
-- number back, and in commit order, because the lock is held until the commit. A volatile function takes a snapshot for each of
-- its statements: so what the holder before committed is seen, which the statement around it may not see.
-- Its plan is kept for as long as a connection, and may be made while the table is empty.
CREATE FUNCTION "laatste_sequence"() RETURNS integer LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7236009);
  RETURN coalesce((SELECT max(sequence) FROM gebeurtenis), 0);
END $$;

INSERT INTO "verspreiding" VALUES (0);

-- Texts of a zaak as one, so that the index itself finds what has all words that are searched for: it begins at the rarest of
-- their three-character pieces. With an index of each text the planner would choose which word to look up.
CREATE INDEX "zaak_zoek_open_idx" ON "zaak"
  USING GIN (("identificatie" || ' ' || "aanvrager_naam" || ' ' || "omschrijving") gin_trgm_ops) WHERE ((einddatum IS NULL) IS TRUE);
CREATE INDEX "zaak_zoek_afgehandeld_idx" ON "zaak"
  USING GIN (("identificatie" || ' ' || "aanvrager_naam" || ' ' || "omschrijving") gin_trgm_ops) WHERE ((einddatum IS NOT NULL) IS TRUE);

-- A person or a company, and of a company maybe one of its vestigingen.
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_een_aanvrager" CHECK (num_nonnulls("aanvrager_bsn", "aanvrager_kvk") = 1);
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_vestiging_van_bedrijf" CHECK ("aanvrager_vestiging" IS NULL OR "aanvrager_kvk" IS NOT NULL);
ALTER TABLE "vertrouwelijkheid" ADD CONSTRAINT "vertrouwelijkheid_reden" CHECK ("reden" <> '');

-- What the aanvrager reads can be neither intern nor too closed for him, whatever the code around it says.
ALTER TABLE "document" ADD CONSTRAINT "document_leesbaar"
  CHECK ("zichtbaar_vanaf" IS NULL OR ("richting" <> 'intern' AND "vertrouwelijkheidaanduiding" <= 'zaakvertrouwelijk'));

-- Only NATS has a subject, maybe a stream, and what goes over it: one event in each message, signed with a JWT.
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_protocol" CHECK (
  CASE "protocol"
    WHEN 'HTTP' THEN "nats_subject" = '' AND "nats_stream" IS NULL
    ELSE "nats_subject" <> '' AND "credentialtype" = 'JWT' AND "contentmodus" <> 'batch'
  END
);

ALTER TABLE "bulkopdracht" ADD CONSTRAINT "bulkopdracht_gestart_met_handeling"
  CHECK ("gestart_op" IS NULL OR num_nulls("handeling", "invoer", "traceparent") = 0);
ALTER TABLE "bulkopdracht" ADD CONSTRAINT "bulkopdracht_klaar_na_start" CHECK ("klaar_op" IS NULL OR "gestart_op" IS NOT NULL);
ALTER TABLE "bulkregel" ADD CONSTRAINT "bulkregel_uitkomst_met_tijd" CHECK (num_nulls("uitkomst", "klaar_op") IN (0, 2));
ALTER TABLE "herberekenregel" ADD CONSTRAINT "herberekenregel_uitkomst_met_tijd" CHECK (num_nulls("uitkomst", "klaar_op") IN (0, 2));
ALTER TABLE "bulkregel" ADD CONSTRAINT "bulkregel_geweigerd_met_reden"
  CHECK (("uitkomst" IS NOT DISTINCT FROM 'geweigerd') = ("redenen" IS NOT NULL AND cardinality("redenen") > 0));

-- CloudEvents subscriptions specification 3.2.4: `filters` as a jsonpath predicate over the attributes of an event. It
-- is evaluated for every event and abonnement while the others wait for their bezorgingen: a jsonpath is parsed once, when the
-- filters change, and takes microseconds. An attribute that the event does not have holds for none of exact, prefix and
-- suffix. jsonpath has no "ends with": a suffix is a prefix of the reversed text, which the event has in `omgekeerd`.
CREATE FUNCTION "filterpad"(filters jsonb, voegwoord text DEFAULT ' && ') RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN coalesce((
    SELECT '(' || string_agg(CASE dialect
      WHEN 'exact' THEN (
        SELECT string_agg(format('$.%s == %s', to_json(key), to_json(value)), ' && ') FROM jsonb_each_text(inhoud)
      )
      WHEN 'prefix' THEN (
        SELECT string_agg(format('$.%s starts with %s', to_json(key), to_json(value)), ' && ')
        FROM jsonb_each_text(inhoud)
      )
      WHEN 'suffix' THEN (
        SELECT string_agg(format('$.omgekeerd.%s starts with %s', to_json(key), to_json(reverse(value))), ' && ')
        FROM jsonb_each_text(inhoud)
      )
      WHEN 'all' THEN filterpad(inhoud)
      WHEN 'any' THEN filterpad(inhoud, ' || ')
      WHEN 'not' THEN '!' || filterpad(jsonb_build_array(inhoud))
      ELSE '1 == 0'
    END, voegwoord) || ')'
    FROM jsonb_array_elements(filters) filter, jsonb_each(filter) AS expressie(dialect, inhoud)
  ), '(1 == 1)');
END $$;

CREATE FUNCTION "zet_filterpad"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.filterpad := filterpad(NEW.filters)::jsonpath;
  RETURN NEW;
END $$;

CREATE TRIGGER "abonnement_filterpad" BEFORE INSERT OR UPDATE OF "filters" ON "abonnement"
FOR EACH ROW EXECUTE FUNCTION "zet_filterpad"();

-- Numbers of the events about abonnementen, which are in nobody's log: below those of the log, in their order too.
CREATE SEQUENCE "voorval_sequence" AS integer MINVALUE -2147483647 MAXVALUE -1 START -2147483647;

-- What becomes of an abonnement is told whatever changed it. At most once for each step of the way to uitgeschakeld, and once for its
-- end or the way back: never for an attempt, so that what is told of abonnementen that tell of each other has an end.
CREATE FUNCTION "noteer_voorval"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'uitgeschakeld' AND OLD.status <> 'uitgeschakeld' THEN
    INSERT INTO voorval (abonnement_id, soort, gegeven) VALUES (NEW.id, 'uitgeschakeld', NEW.statusreden);
  ELSIF NEW.gewaarschuwd_bij > OLD.gewaarschuwd_bij THEN
    INSERT INTO voorval (abonnement_id, soort, gegeven)
    VALUES (NEW.id, 'falend', to_char(NEW.falend_sinds AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
  ELSIF NEW.status = 'actief' AND (OLD.status = 'uitgeschakeld' OR NEW.gewaarschuwd_bij < OLD.gewaarschuwd_bij) THEN
    INSERT INTO voorval (abonnement_id, soort) VALUES (NEW.id, 'hersteld');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "abonnement_voorval" AFTER UPDATE OF "status", "gewaarschuwd_bij" ON "abonnement"
FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.gewaarschuwd_bij IS DISTINCT FROM NEW.gewaarschuwd_bij)
EXECUTE FUNCTION "noteer_voorval"();

-- The same, asked of the filters themselves.
CREATE FUNCTION "voldoet_aan"(filters jsonb, attributen jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN coalesce((
    SELECT bool_and(CASE dialect
      WHEN 'exact' THEN (SELECT bool_and(coalesce(attributen ->> key = value, false)) FROM jsonb_each_text(inhoud))
      WHEN 'prefix' THEN (SELECT bool_and(coalesce(starts_with(attributen ->> key, value), false)) FROM jsonb_each_text(inhoud))
      WHEN 'suffix' THEN (
        SELECT bool_and(coalesce(right(attributen ->> key, length(value)) = value, false)) FROM jsonb_each_text(inhoud)
      )
      WHEN 'all' THEN voldoet_aan(inhoud, attributen)
      WHEN 'any' THEN (SELECT bool_or(voldoet_aan(jsonb_build_array(een), attributen)) FROM jsonb_array_elements(inhoud) een)
      WHEN 'not' THEN NOT voldoet_aan(jsonb_build_array(inhoud), attributen)
      ELSE false
    END)
    FROM jsonb_array_elements(filters) filter, jsonb_each(filter) AS expressie(dialect, inhoud)
  ), true);
END $$;

-- What is recorded stays as it is for 18 months: KEEP_AUDITREGELS_MS (lib/platform/audit/with-auditregels.ts) in hours,
-- because an interval in days depends on the time zone.
CREATE FUNCTION "bewaar_auditregel"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.tijdstip < now() - interval '13152 hours' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'An auditregel is never changed, and only deleted after 18 months' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "auditregel_bewaren" BEFORE UPDATE OR DELETE ON "auditregel"
FOR EACH ROW EXECUTE FUNCTION "bewaar_auditregel"();

CREATE TRIGGER "auditregel_niet_legen" BEFORE TRUNCATE ON "auditregel"
FOR EACH STATEMENT EXECUTE FUNCTION "bewaar_auditregel"();

-- With the rights of its owner, so that the role of the application needs none to delete. The body is bound to the table
-- when it is created, so no search_path of a caller leads it elsewhere. At most so many rows at once, the oldest first: a
-- day of many acts would be one long statement.
CREATE FUNCTION "verwijder_oude_auditregels"("voor" timestamptz, "hoogstens" integer DEFAULT 500) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
  DELETE FROM "auditregel" WHERE ("tijdstip", "id") IN (
    SELECT "tijdstip", "id" FROM "auditregel" WHERE "tijdstip" < least("voor", now() - interval '13152 hours')
    ORDER BY "tijdstip", "id" LIMIT "hoogstens"
  ) RETURNING "id";
END;

-- The name of its behandelaar stands in a zaak, because only then an index can give zaken in the order of those names.
-- FOR SHARE: a new name waits until the zaak that got the old one is committed, and then finds it.
CREATE FUNCTION zaak_behandelaarnaam() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.behandelaarnaam := coalesce((SELECT naam FROM behandelaar WHERE id = NEW.behandelaar_id FOR SHARE), '');
  RETURN NEW;
END $$;

CREATE TRIGGER zaak_nieuw_behandelaarnaam BEFORE INSERT ON "zaak"
  FOR EACH ROW EXECUTE FUNCTION zaak_behandelaarnaam();

CREATE TRIGGER zaak_behandelaarnaam BEFORE UPDATE OF "behandelaar_id" ON "zaak"
  FOR EACH ROW WHEN (OLD.behandelaar_id IS DISTINCT FROM NEW.behandelaar_id) EXECUTE FUNCTION zaak_behandelaarnaam();

CREATE FUNCTION behandelaar_naam() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE zaak SET behandelaarnaam = NEW.naam WHERE behandelaar_id = NEW.id AND einddatum IS NULL;
  UPDATE zaak SET behandelaarnaam = NEW.naam WHERE behandelaar_id = NEW.id AND einddatum IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER behandelaar_naam AFTER UPDATE OF "naam" ON "behandelaar"
  FOR EACH ROW WHEN (OLD.naam IS DISTINCT FROM NEW.naam) EXECUTE FUNCTION behandelaar_naam();

-- What each act changes, and lists find and order zaken by, stands beside the zaak: so an act writes the indexes of that small row
-- and none of the zaak, which has some twenty. One statement for all zaken of one statement: for each by itself it took a third of
-- the time of an act. Each row is looked up by its key, whatever the planner knows when it first plans this.
CREATE FUNCTION zaak_lijststatus() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO lijststatus (zaak_id, afgehandeld, zaaktype, statustype, statuscode, statusnaam, einddatum_gepland,
      aanvulling_binnen)
    SELECT id, einddatum IS NOT NULL, zaaktype, statustype, statuscode, statusnaam, einddatum_gepland, laatste_soort IN ('aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_nagekomen') FROM nieuw;
  ELSE
    UPDATE lijststatus SET afgehandeld = nieuw.einddatum IS NOT NULL, statustype = nieuw.statustype, statuscode = nieuw.statuscode,
      statusnaam = nieuw.statusnaam, einddatum_gepland = nieuw.einddatum_gepland,
      aanvulling_binnen = nieuw.laatste_soort IN ('aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_nagekomen')
    FROM nieuw
    WHERE lijststatus.zaak_id = ANY (ARRAY[nieuw.id]) AND
      (lijststatus.afgehandeld, lijststatus.statustype, lijststatus.statuscode, lijststatus.statusnaam,
        lijststatus.einddatum_gepland, lijststatus.aanvulling_binnen)
      IS DISTINCT FROM (nieuw.einddatum IS NOT NULL, nieuw.statustype, nieuw.statuscode, nieuw.statusnaam, nieuw.einddatum_gepland,
        nieuw.laatste_soort IN ('aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_nagekomen'));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER zaak_nieuw_lijststatus AFTER INSERT ON "zaak"
  REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION zaak_lijststatus();

CREATE TRIGGER zaak_lijststatus AFTER UPDATE ON "zaak"
  REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION zaak_lijststatus();
