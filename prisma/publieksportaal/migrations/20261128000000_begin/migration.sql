-- CreateEnum
CREATE TYPE "mailtaal" AS ENUM ('nl', 'en');

-- CreateEnum
CREATE TYPE "mailsoort" AS ENUM ('zaak', 'bevestiging', 'adreswijziging', 'adres_gewijzigd', 'ontvangst', 'herinnering');

-- CreateEnum
CREATE TYPE "namens" AS ENUM ('persoon', 'bedrijf');

-- CreateEnum
CREATE TYPE "opschorting" AS ENUM ('opschorting', 'aanvulling');

-- CreateEnum
CREATE TYPE "herinneringsoort" AS ENUM ('aanvulling', 'bezwaar');

-- CreateEnum
CREATE TYPE "bewijssoort" AS ENUM ('gezien', 'gezien_door_gemachtigde', 'gemaild', 'mail_geweigerd', 'mail_vervangen', 'document_opgehaald', 'document_opgehaald_door_gemachtigde');

-- CreateEnum
CREATE TYPE "inzendingsoort" AS ENUM ('aanvulling', 'intrekking', 'vraag');

-- CreateEnum
CREATE TYPE "bestandstatus" AS ENUM ('onderweg', 'opgeslagen', 'vervallen');

-- CreateEnum
CREATE TYPE "bron_status" AS ENUM ('actief', 'ingetrokken');

-- CreateEnum
CREATE TYPE "credentialtype" AS ENUM ('JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR');

-- CreateEnum
CREATE TYPE "contentmodus" AS ENUM ('structured', 'binary', 'batch');

-- CreateEnum
CREATE TYPE "actor_soort" AS ENUM ('burger', 'beheerder', 'opdrachtregel');

-- CreateTable
CREATE TABLE "burger" (
    "id" UUID NOT NULL,
    "bsn_hash" TEXT NOT NULL,
    "sleutel_id" TEXT NOT NULL DEFAULT '',
    "nakijken_op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "portaal_gebruikt_op" TIMESTAMPTZ(3),
    "live_volgnummer" INTEGER NOT NULL DEFAULT 0,
    "push_voortgang" BOOLEAN NOT NULL DEFAULT true,
    "push_termijnen" BOOLEAN NOT NULL DEFAULT true,
    "herinner_aanvulling" BOOLEAN NOT NULL DEFAULT true,
    "herinner_bezwaar" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "burger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vestiging" (
    "burger_id" UUID NOT NULL,
    "bedrijf_id" UUID NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,

    CONSTRAINT "vestiging_pkey" PRIMARY KEY ("burger_id")
);

-- CreateTable
CREATE TABLE "emailadres" (
    "burger_id" UUID NOT NULL,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "taal" "mailtaal" NOT NULL,
    "bevestigd_op" TIMESTAMPTZ(3),
    "geweigerd_op" TIMESTAMPTZ(3),
    "geweigerd_code" TEXT,
    "bevestiging_hash" TEXT,
    "bevestiging_verloopt_op" TIMESTAMPTZ(3),
    "afmeldcode" TEXT NOT NULL,
    "retourcode" TEXT NOT NULL DEFAULT substr(replace((gen_random_uuid())::text, '-'::text, ''::text), 17),
    "verzoeken" INTEGER NOT NULL,
    "verzoeken_sinds" TIMESTAMPTZ(3) NOT NULL,
    "voortgang" BOOLEAN NOT NULL DEFAULT true,
    "termijnen" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "emailadres_pkey" PRIMARY KEY ("burger_id")
);

-- CreateTable
CREATE TABLE "nieuw_emailadres" (
    "burger_id" UUID NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "bevestiging_hash" TEXT,
    "bevestiging_verloopt_op" TIMESTAMPTZ(3),
    "retourcode" TEXT NOT NULL DEFAULT substr(replace((gen_random_uuid())::text, '-'::text, ''::text), 17),
    "geweigerd_op" TIMESTAMPTZ(3),
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nieuw_emailadres_pkey" PRIMARY KEY ("burger_id")
);

-- CreateTable
CREATE TABLE "agenda" (
    "burger_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "taal" "mailtaal" NOT NULL,
    "versie" INTEGER NOT NULL DEFAULT 0,
    "gewijzigd_op" TIMESTAMPTZ(3),
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "opgehaald_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("burger_id")
);

-- CreateTable
CREATE TABLE "uitgaande_mail" (
    "id" UUID NOT NULL,
    "soort" "mailsoort" NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaak_id" UUID,
    "inzending_id" UUID,
    "herinnering_id" UUID,
    "van_versie" INTEGER,
    "tot_versie" INTEGER,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "mislukt_sinds" TIMESTAMPTZ(3),
    "uitgesteld_sinds" TIMESTAMPTZ(3),
    "overgedragen_op" TIMESTAMPTZ(3),

    CONSTRAINT "uitgaande_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verzonden_mail" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaak_id" UUID,
    "retourcode" TEXT NOT NULL,
    "versies" INTEGER[],
    "verzonden_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verzonden_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apparaat" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "endpoint_hash" TEXT NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "naam" TEXT,
    "taal" "mailtaal" NOT NULL,
    "toegevoegd_op" TIMESTAMPTZ(3) NOT NULL,
    "laatst_gelukt_op" TIMESTAMPTZ(3),

    CONSTRAINT "apparaat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uitgaande_push" (
    "id" UUID NOT NULL,
    "apparaat_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "van_versie" INTEGER NOT NULL,
    "herinnering_id" UUID,
    "aanvraag" INTEGER NOT NULL DEFAULT 1,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uitgaande_push_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bsn_sleutel" (
    "id" TEXT NOT NULL,

    CONSTRAINT "bsn_sleutel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessie" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "gemachtigde_id" UUID,
    "namens" "namens",
    "bedrijf_id" UUID,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "beeindigd_op" TIMESTAMPTZ(3),
    "subject_hash" TEXT,
    "sid_hash" TEXT,

    CONSTRAINT "sessie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zaaktype" (
    "identificatie" TEXT NOT NULL,
    "versie" INTEGER NOT NULL DEFAULT 1,
    "gegevens" JSONB NOT NULL,

    CONSTRAINT "zaaktype_pkey" PRIMARY KEY ("identificatie","versie")
);

-- CreateTable
CREATE TABLE "doorlooptijd" (
    "zaaktype" TEXT NOT NULL,
    "aantal" INTEGER NOT NULL,
    "helft_binnen_weken" INTEGER NOT NULL,
    "negen_van_tien_binnen_weken" INTEGER NOT NULL,

    CONSTRAINT "doorlooptijd_pkey" PRIMARY KEY ("zaaktype")
);

-- CreateTable
CREATE TABLE "zaak" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "zaaktype_versie" INTEGER NOT NULL DEFAULT 1,
    "identificatie" TEXT NOT NULL,
    "omschrijving" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "startdatum" DATE NOT NULL,
    "einddatum_gepland" DATE NOT NULL,
    "uiterlijke_einddatum" DATE NOT NULL,
    "einddatum" DATE,
    "opschorting" "opschorting",
    "opgeschort_op" DATE,
    "opgeschort_tot" DATE,
    "aanvullingen" JSONB NOT NULL DEFAULT '[]',
    "besluiten" JSONB NOT NULL DEFAULT '[]',
    "documenten" JSONB NOT NULL DEFAULT '[]',
    "reageren_tot" DATE,
    "ingebrekestelling" JSONB,
    "van_rechtswege" JSONB,
    "doorzending" JSONB,
    "gevoelig" BOOLEAN NOT NULL DEFAULT true,
    "statuscode" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "gezien_versie" INTEGER NOT NULL DEFAULT 0,
    "live_volgnummer" INTEGER NOT NULL,
    "bijgewerkt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "zaak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "te_melden_bereikbaarheid" (
    "zaak_id" UUID NOT NULL,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "te_melden_bereikbaarheid_pkey" PRIMARY KEY ("zaak_id")
);

-- CreateTable
CREATE TABLE "verwijderde_zaak" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "live_volgnummer" INTEGER NOT NULL,
    "verwijderd_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verwijderde_zaak_pkey" PRIMARY KEY ("burger_id","id")
);

-- CreateTable
CREATE TABLE "status" (
    "gebeurtenis_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "statuscode" TEXT NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "toelichting" TEXT,
    "reden" TEXT,
    "einddatum_gepland" DATE,
    "uiterlijke_einddatum" DATE,

    CONSTRAINT "status_pkey" PRIMARY KEY ("gebeurtenis_id")
);

-- CreateTable
CREATE TABLE "ontvangen_gebeurtenis" (
    "source" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT,
    "sequence" INTEGER,
    "body_sha256" TEXT NOT NULL,
    "inhoud_sha256" TEXT,
    "credentialtype" TEXT NOT NULL,
    "kid" TEXT NOT NULL,
    "trace_id" BYTEA,
    "ontvangen_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ontvangen_gebeurtenis_pkey" PRIMARY KEY ("source","id")
);

-- CreateTable
CREATE TABLE "ophaalopdracht" (
    "zaak_id" UUID NOT NULL,
    "aanvraag" INTEGER NOT NULL DEFAULT 1,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,
    "sinds" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ophaalopdracht_pkey" PRIMARY KEY ("zaak_id")
);

-- CreateTable
CREATE TABLE "bewijs" (
    "id" BIGSERIAL NOT NULL,
    "bron" TEXT NOT NULL,
    "gebeurtenis_id" UUID NOT NULL,
    "soort" "bewijssoort" NOT NULL,
    "zaak_id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "document" JSONB,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3),
    "gemeld_op" TIMESTAMPTZ(3),

    CONSTRAINT "bewijs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "herinnering" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "soort" "herinneringsoort" NOT NULL,
    "laatste_dag" DATE NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "herinnering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bewijssleutel" (
    "id" UUID NOT NULL,
    "alg" TEXT NOT NULL,
    "publiek" JSONB NOT NULL,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "tekent_vanaf" TIMESTAMPTZ(3) NOT NULL,
    "ingetrokken_op" TIMESTAMPTZ(3),

    CONSTRAINT "bewijssleutel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inzending" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "soort" "inzendingsoort" NOT NULL,
    "versie" INTEGER NOT NULL,
    "nummer" TEXT NOT NULL,
    "aanvullingen" JSONB NOT NULL DEFAULT '[]',
    "tekst" VARCHAR(1000),
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "gemachtigde_id" UUID,
    "uitkomst" TEXT,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3),
    "terug_te_nemen_tot" TIMESTAMPTZ(3),
    "teruggenomen_op" TIMESTAMPTZ(3),
    "bestanden" JSONB NOT NULL DEFAULT '[]',
    "doorgegeven_op" TIMESTAMPTZ(3),
    "foutcode" TEXT,
    "http_status" INTEGER,

    CONSTRAINT "inzending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bestand" (
    "id" UUID NOT NULL,
    "burger_id" UUID,
    "zaak_id" UUID,
    "aanvulling" UUID NOT NULL,
    "status" "bestandstatus" NOT NULL DEFAULT 'onderweg',
    "naam" TEXT NOT NULL,
    "formaat" TEXT,
    "grootte" INTEGER,
    "sha256" TEXT,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "inzending_id" UUID,
    "overgedragen_als" UUID,
    "foutcode" TEXT,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bestand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duidelijkheid" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dag" DATE NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "tekst" TEXT NOT NULL,
    "duidelijk" BOOLEAN NOT NULL,
    "reden" VARCHAR(300),

    CONSTRAINT "duidelijkheid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bron" (
    "source" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "jwks_url" TEXT NOT NULL,
    "status" "bron_status" NOT NULL,
    "max_per_minuut" INTEGER,
    "wacht_op_geheim_tot" TIMESTAMPTZ(3),
    "faalt_sinds" TIMESTAMPTZ(3),
    "hersteld_op" TIMESTAMPTZ(3),
    "melding_gemaild_op" TIMESTAMPTZ(3),
    "bij_tot_sequence" INTEGER,
    "bij_op" TIMESTAMPTZ(3),
    "navraag_op" TIMESTAMPTZ(3),
    "gatenlease_tot" TIMESTAMPTZ(3),
    "doorlooptijden_op" TIMESTAMPTZ(3),

    CONSTRAINT "bron_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "bezorgwijze" (
    "source" TEXT NOT NULL,
    "credentialtype" "credentialtype" NOT NULL,
    "contentmodus" "contentmodus" NOT NULL,
    "geldig_tot" TIMESTAMPTZ(3),

    CONSTRAINT "bezorgwijze_pkey" PRIMARY KEY ("source","credentialtype","contentmodus")
);

-- CreateTable
CREATE TABLE "bron_geheim" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "credentialtype" "credentialtype" NOT NULL,
    "hash" TEXT,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "vervalt_op" TIMESTAMPTZ(3),

    CONSTRAINT "bron_geheim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proefdeur" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "naam" VARCHAR(100) NOT NULL,
    "source" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "jwks_url" TEXT NOT NULL,
    "api_url" TEXT,
    "credentialtype" "credentialtype" NOT NULL,
    "contentmodus" "contentmodus" NOT NULL,
    "vervalt_op" TIMESTAMPTZ(3) NOT NULL,
    "verloop" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "proefdeur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "afwijzing" (
    "id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "geclaimde_bron" TEXT,
    "bewezen_bron" TEXT,
    "reden" TEXT NOT NULL,
    "code" TEXT,
    "http_status" INTEGER NOT NULL,
    "grootte_bytes" INTEGER NOT NULL,

    CONSTRAINT "afwijzing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "afwijzing_telling" (
    "minuut" TIMESTAMPTZ(3) NOT NULL,
    "reden" TEXT NOT NULL,
    "bron" TEXT NOT NULL,
    "aantal" INTEGER NOT NULL,
    "laatste_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "afwijzing_telling_pkey" PRIMARY KEY ("minuut","reden","bron")
);

-- CreateTable
CREATE TABLE "beheersessie" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "beeindigd_op" TIMESTAMPTZ(3),
    "subject_hash" TEXT,
    "sid_hash" TEXT,

    CONSTRAINT "beheersessie_pkey" PRIMARY KEY ("id")
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
CREATE TABLE "auditregel" (
    "id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "actor_soort" "actor_soort" NOT NULL,
    "actor" TEXT,
    "namens" TEXT,
    "handeling" TEXT NOT NULL,
    "object_soort" TEXT,
    "object_id" TEXT,
    "uitkomst" TEXT NOT NULL,

    CONSTRAINT "auditregel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "burger_bsn_hash_key" ON "burger"("bsn_hash");

-- CreateIndex
CREATE INDEX "burger_sleutel_id_idx" ON "burger"("sleutel_id");

-- CreateIndex
CREATE INDEX "burger_nakijken_op_idx" ON "burger"("nakijken_op");

-- CreateIndex
CREATE INDEX "vestiging_bedrijf_id_idx" ON "vestiging"("bedrijf_id");

-- CreateIndex
CREATE INDEX "vestiging_sleutel_id_burger_id_idx" ON "vestiging"("sleutel_id", "burger_id");

-- CreateIndex
CREATE UNIQUE INDEX "emailadres_bevestiging_hash_key" ON "emailadres"("bevestiging_hash");

-- CreateIndex
CREATE UNIQUE INDEX "emailadres_afmeldcode_key" ON "emailadres"("afmeldcode");

-- CreateIndex
CREATE INDEX "emailadres_verzoeken_sinds_idx" ON "emailadres"("verzoeken_sinds") WHERE (bevestigd_op is null);

-- CreateIndex
CREATE INDEX "emailadres_sleutel_id_burger_id_idx" ON "emailadres"("sleutel_id", "burger_id");

-- CreateIndex
CREATE UNIQUE INDEX "nieuw_emailadres_bevestiging_hash_key" ON "nieuw_emailadres"("bevestiging_hash");

-- CreateIndex
CREATE INDEX "nieuw_emailadres_gevraagd_op_idx" ON "nieuw_emailadres"("gevraagd_op");

-- CreateIndex
CREATE INDEX "nieuw_emailadres_sleutel_id_burger_id_idx" ON "nieuw_emailadres"("sleutel_id", "burger_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_token_hash_key" ON "agenda"("token_hash");

-- CreateIndex
CREATE INDEX "agenda_opgehaald_op_idx" ON "agenda"("opgehaald_op");

-- CreateIndex
CREATE INDEX "agenda_sleutel_id_burger_id_idx" ON "agenda"("sleutel_id", "burger_id");

-- CreateIndex
CREATE INDEX "uitgaande_mail_zaak_id_idx" ON "uitgaande_mail"("zaak_id");

-- CreateIndex
CREATE INDEX "uitgaande_mail_burger_id_idx" ON "uitgaande_mail"("burger_id");

-- CreateIndex
CREATE INDEX "uitgaande_mail_volgende_poging_idx" ON "uitgaande_mail"("volgende_poging");

-- CreateIndex
CREATE INDEX "uitgaande_mail_sleutel_id_id_idx" ON "uitgaande_mail"("sleutel_id", "id") WHERE (sleutel_id is not null);

-- CreateIndex
CREATE INDEX "uitgaande_mail_inzending_id_idx" ON "uitgaande_mail"("inzending_id") WHERE (inzending_id is not null);

-- CreateIndex
CREATE INDEX "uitgaande_mail_herinnering_id_idx" ON "uitgaande_mail"("herinnering_id") WHERE (herinnering_id is not null);

-- CreateIndex
CREATE UNIQUE INDEX "uitgaande_mail_verzamelt_key" ON "uitgaande_mail"("zaak_id") WHERE (soort = 'zaak' and tot_versie is null);

-- CreateIndex
CREATE INDEX "verzonden_mail_burger_id_idx" ON "verzonden_mail"("burger_id");

-- CreateIndex
CREATE INDEX "verzonden_mail_zaak_id_idx" ON "verzonden_mail"("zaak_id");

-- CreateIndex
CREATE INDEX "verzonden_mail_verzonden_op_idx" ON "verzonden_mail"("verzonden_op");

-- CreateIndex
CREATE UNIQUE INDEX "apparaat_endpoint_hash_key" ON "apparaat"("endpoint_hash");

-- CreateIndex
CREATE INDEX "apparaat_burger_id_idx" ON "apparaat"("burger_id");

-- CreateIndex
CREATE INDEX "apparaat_sleutel_id_id_idx" ON "apparaat"("sleutel_id", "id");

-- CreateIndex
CREATE INDEX "uitgaande_push_zaak_id_idx" ON "uitgaande_push"("zaak_id");

-- CreateIndex
CREATE INDEX "uitgaande_push_volgende_poging_idx" ON "uitgaande_push"("volgende_poging");

-- CreateIndex
CREATE INDEX "uitgaande_push_herinnering_id_idx" ON "uitgaande_push"("herinnering_id") WHERE (herinnering_id is not null);

-- CreateIndex
CREATE UNIQUE INDEX "uitgaande_push_apparaat_id_zaak_id_key" ON "uitgaande_push"("apparaat_id", "zaak_id");

-- CreateIndex
CREATE INDEX "sessie_verloopt_op_idx" ON "sessie"("verloopt_op");

-- CreateIndex
CREATE INDEX "sessie_burger_id_idx" ON "sessie"("burger_id");

-- CreateIndex
CREATE INDEX "sessie_gemachtigde_id_idx" ON "sessie"("gemachtigde_id");

-- CreateIndex
CREATE INDEX "sessie_subject_hash_idx" ON "sessie"("subject_hash");

-- CreateIndex
CREATE INDEX "sessie_sid_hash_idx" ON "sessie"("sid_hash");

-- CreateIndex
CREATE INDEX "zaak_opgeschort_tot_idx" ON "zaak"("opgeschort_tot") WHERE (opschorting = 'aanvulling');

-- CreateIndex
CREATE INDEX "zaak_reageren_tot_idx" ON "zaak"("reageren_tot") WHERE (reageren_tot IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_burger_id_live_volgnummer_idx" ON "zaak"("burger_id", "live_volgnummer");

-- CreateIndex
CREATE INDEX "te_melden_bereikbaarheid_volgende_poging_idx" ON "te_melden_bereikbaarheid"("volgende_poging");

-- CreateIndex
CREATE INDEX "verwijderde_zaak_burger_id_live_volgnummer_idx" ON "verwijderde_zaak"("burger_id", "live_volgnummer");

-- CreateIndex
CREATE INDEX "verwijderde_zaak_verwijderd_op_idx" ON "verwijderde_zaak"("verwijderd_op");

-- CreateIndex
CREATE UNIQUE INDEX "status_zaak_id_versie_key" ON "status"("zaak_id", "versie");

-- CreateIndex
CREATE INDEX "ontvangen_gebeurtenis_source_sequence_idx" ON "ontvangen_gebeurtenis"("source", "sequence");

-- CreateIndex
CREATE INDEX "ontvangen_gebeurtenis_ontvangen_op_idx" ON "ontvangen_gebeurtenis"("ontvangen_op");

-- CreateIndex
CREATE INDEX "ontvangen_gebeurtenis_verwijderd_idx" ON "ontvangen_gebeurtenis"("subject") WHERE (type = 'nl.overheid.zaken.zaak-verwijderd');

-- CreateIndex
CREATE INDEX "ophaalopdracht_volgende_poging_idx" ON "ophaalopdracht"("volgende_poging");

-- CreateIndex
CREATE INDEX "bewijs_zaak_id_idx" ON "bewijs"("zaak_id");

-- CreateIndex
CREATE INDEX "bewijs_burger_id_idx" ON "bewijs"("burger_id");

-- CreateIndex
CREATE INDEX "bewijs_te_melden_idx" ON "bewijs"("bron", "volgende_poging") WHERE (volgende_poging IS NOT NULL);

-- CreateIndex
CREATE INDEX "bewijs_ongemeld_idx" ON "bewijs"("tijdstip") WHERE (volgende_poging IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "bewijs_gebeurtenis_id_bron_soort_key" ON "bewijs"("gebeurtenis_id", "bron", "soort");

-- CreateIndex
CREATE INDEX "herinnering_burger_id_tijdstip_id_idx" ON "herinnering"("burger_id", "tijdstip", "id");

-- CreateIndex
CREATE UNIQUE INDEX "herinnering_zaak_id_soort_laatste_dag_key" ON "herinnering"("zaak_id", "soort", "laatste_dag");

-- CreateIndex
CREATE UNIQUE INDEX "bewijssleutel_tekent_key" ON "bewijssleutel"("alg") WHERE (versleuteld IS NOT NULL);

-- CreateIndex
CREATE INDEX "bewijssleutel_sleutel_id_id_idx" ON "bewijssleutel"("sleutel_id", "id") WHERE (sleutel_id IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "inzending_nummer_key" ON "inzending"("nummer");

-- CreateIndex
CREATE INDEX "inzending_zaak_id_idx" ON "inzending"("zaak_id");

-- CreateIndex
CREATE INDEX "inzending_burger_id_idx" ON "inzending"("burger_id");

-- CreateIndex
CREATE INDEX "inzending_te_sturen_idx" ON "inzending"("volgende_poging") WHERE (volgende_poging IS NOT NULL);

-- CreateIndex
CREATE INDEX "bestand_zaak_id_idx" ON "bestand"("zaak_id");

-- CreateIndex
CREATE INDEX "bestand_burger_id_idx" ON "bestand"("burger_id");

-- CreateIndex
CREATE INDEX "bestand_inzending_id_idx" ON "bestand"("inzending_id");

-- CreateIndex
CREATE INDEX "bestand_aangemaakt_op_idx" ON "bestand"("aangemaakt_op");

-- CreateIndex
CREATE INDEX "bestand_sleutel_id_id_idx" ON "bestand"("sleutel_id", "id");

-- CreateIndex
CREATE INDEX "duidelijkheid_dag_id_idx" ON "duidelijkheid"("dag", "id");

-- CreateIndex
CREATE INDEX "bron_geheim_source_idx" ON "bron_geheim"("source");

-- CreateIndex
CREATE UNIQUE INDEX "proefdeur_code_key" ON "proefdeur"("code");

-- CreateIndex
CREATE INDEX "proefdeur_vervalt_op_idx" ON "proefdeur"("vervalt_op");

-- CreateIndex
CREATE INDEX "afwijzing_tijdstip_id_idx" ON "afwijzing"("tijdstip", "id");

-- CreateIndex
CREATE INDEX "beheersessie_verloopt_op_idx" ON "beheersessie"("verloopt_op");

-- CreateIndex
CREATE INDEX "beheersessie_subject_hash_idx" ON "beheersessie"("subject_hash");

-- CreateIndex
CREATE INDEX "beheersessie_sid_hash_idx" ON "beheersessie"("sid_hash");

-- CreateIndex
CREATE INDEX "uitlogtoken_verloopt_op_idx" ON "uitlogtoken"("verloopt_op");

-- CreateIndex
CREATE INDEX "auditregel_tijdstip_id_idx" ON "auditregel"("tijdstip", "id");

-- CreateIndex
CREATE INDEX "auditregel_actor_id_idx" ON "auditregel"("actor", "id");

-- CreateIndex
CREATE INDEX "auditregel_namens_id_idx" ON "auditregel"("namens", "id") WHERE (namens IS NOT NULL);

-- AddForeignKey
ALTER TABLE "vestiging" ADD CONSTRAINT "vestiging_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vestiging" ADD CONSTRAINT "vestiging_bedrijf_id_fkey" FOREIGN KEY ("bedrijf_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emailadres" ADD CONSTRAINT "emailadres_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nieuw_emailadres" ADD CONSTRAINT "nieuw_emailadres_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "emailadres"("burger_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda" ADD CONSTRAINT "agenda_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_mail" ADD CONSTRAINT "uitgaande_mail_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_mail" ADD CONSTRAINT "uitgaande_mail_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_mail" ADD CONSTRAINT "uitgaande_mail_herinnering_id_fkey" FOREIGN KEY ("herinnering_id") REFERENCES "herinnering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_push" ADD CONSTRAINT "uitgaande_push_herinnering_id_fkey" FOREIGN KEY ("herinnering_id") REFERENCES "herinnering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_mail" ADD CONSTRAINT "uitgaande_mail_inzending_id_fkey" FOREIGN KEY ("inzending_id") REFERENCES "inzending"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verzonden_mail" ADD CONSTRAINT "verzonden_mail_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verzonden_mail" ADD CONSTRAINT "verzonden_mail_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apparaat" ADD CONSTRAINT "apparaat_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_push" ADD CONSTRAINT "uitgaande_push_apparaat_id_fkey" FOREIGN KEY ("apparaat_id") REFERENCES "apparaat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_push" ADD CONSTRAINT "uitgaande_push_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessie" ADD CONSTRAINT "sessie_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_zaaktype_zaaktype_versie_fkey" FOREIGN KEY ("zaaktype", "zaaktype_versie") REFERENCES "zaaktype"("identificatie", "versie") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "te_melden_bereikbaarheid" ADD CONSTRAINT "te_melden_bereikbaarheid_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verwijderde_zaak" ADD CONSTRAINT "verwijderde_zaak_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inzending" ADD CONSTRAINT "inzending_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inzending" ADD CONSTRAINT "inzending_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bestand" ADD CONSTRAINT "bestand_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bestand" ADD CONSTRAINT "bestand_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bestand" ADD CONSTRAINT "bestand_inzending_id_fkey" FOREIGN KEY ("inzending_id") REFERENCES "inzending"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorgwijze" ADD CONSTRAINT "bezorgwijze_source_fkey" FOREIGN KEY ("source") REFERENCES "bron"("source") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bron_geheim" ADD CONSTRAINT "bron_geheim_source_fkey" FOREIGN KEY ("source") REFERENCES "bron"("source") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows schema.prisma cannot say.

ALTER TABLE "sessie" ADD CONSTRAINT "sessie_namens" CHECK (("namens" IS NULL) = ("gemachtigde_id" IS NULL));

-- Burgers of before keys had an id are hashed with one whose id is not known.
INSERT INTO "bsn_sleutel" ("id") VALUES ('');

-- Whether news reaches a burger is told to the zaaksysteem, of each of his zaken: when a zaak comes or becomes of another burger,
-- with his first sign-in, and with whatever makes his address one that takes mail, or none.
CREATE FUNCTION "meld_bereikbaarheid"("van_burger" uuid, "van_zaak" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "te_melden_bereikbaarheid" ("zaak_id", "volgende_poging")
  SELECT "id", now() FROM "zaak" WHERE "burger_id" = "van_burger" AND ("van_zaak" IS NULL OR "id" = "van_zaak") ORDER BY "id"
  ON CONFLICT ("zaak_id") DO UPDATE
  SET "pogingen" = "te_melden_bereikbaarheid"."pogingen" + 1, "volgende_poging" = excluded."volgende_poging"
$$;

CREATE FUNCTION "zaak_bereikbaarheid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "meld_bereikbaarheid"(NEW."burger_id", NEW."id");
  RETURN NULL;
END
$$;

CREATE TRIGGER "zaak_bereikbaarheid_nieuw" AFTER INSERT ON "zaak" FOR EACH ROW EXECUTE FUNCTION "zaak_bereikbaarheid"();

CREATE TRIGGER "zaak_bereikbaarheid_ander" AFTER UPDATE OF "burger_id" ON "zaak" FOR EACH ROW
WHEN (OLD."burger_id" <> NEW."burger_id") EXECUTE FUNCTION "zaak_bereikbaarheid"();

CREATE FUNCTION "burger_bereikbaarheid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "meld_bereikbaarheid"(NEW."id", NULL);
  RETURN NULL;
END
$$;

CREATE TRIGGER "burger_bereikbaarheid" AFTER UPDATE OF "portaal_gebruikt_op" ON "burger" FOR EACH ROW
WHEN (OLD."portaal_gebruikt_op" IS DISTINCT FROM NEW."portaal_gebruikt_op") EXECUTE FUNCTION "burger_bereikbaarheid"();

CREATE FUNCTION "emailadres_bereikbaarheid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "meld_bereikbaarheid"(coalesce(NEW."burger_id", OLD."burger_id"), NULL);
  RETURN NULL;
END
$$;

CREATE TRIGGER "emailadres_bereikbaarheid_nieuw" AFTER INSERT OR DELETE ON "emailadres" FOR EACH ROW
EXECUTE FUNCTION "emailadres_bereikbaarheid"();

CREATE TRIGGER "emailadres_bereikbaarheid" AFTER UPDATE ON "emailadres" FOR EACH ROW
WHEN ((OLD."bevestigd_op" IS NULL, OLD."geweigerd_op" IS NULL, OLD."versleuteld" IS NULL)
  IS DISTINCT FROM (NEW."bevestigd_op" IS NULL, NEW."geweigerd_op" IS NULL, NEW."versleuteld" IS NULL))
EXECUTE FUNCTION "emailadres_bereikbaarheid"();
