-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "status_soort" AS ENUM ('registratie', 'statuswijziging', 'heropening');

-- CreateEnum
CREATE TYPE "credentialtype" AS ENUM ('JWT');

-- CreateEnum
CREATE TYPE "abonnement_status" AS ENUM ('wacht_op_toestemming', 'actief', 'geweigerd');

-- CreateEnum
CREATE TYPE "bezorging_status" AS ENUM ('wachtend', 'bezorgd', 'mislukt');

-- CreateTable
CREATE TABLE "behandelaar" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "rollen" TEXT[],

    CONSTRAINT "behandelaar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessie" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "beeindigd_op" TIMESTAMPTZ(3),

    CONSTRAINT "sessie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zaak" (
    "id" UUID NOT NULL,
    "nummer" SERIAL NOT NULL,
    "identificatie" TEXT NOT NULL,
    "zaaktype" TEXT NOT NULL,
    "omschrijving" VARCHAR(80) NOT NULL,
    "aanvrager_naam" TEXT NOT NULL,
    "aanvrager_bsn" CHAR(9) NOT NULL,
    "behandelaar_id" UUID,
    "startdatum" DATE NOT NULL,
    "einddatum_gepland" DATE NOT NULL,
    "uiterlijke_einddatum" DATE NOT NULL,
    "einddatum" DATE,
    "statustype" TEXT NOT NULL,
    "statuscode" TEXT NOT NULL,
    "resultaat" TEXT,
    "versie" INTEGER NOT NULL DEFAULT 1,
    "gewijzigd_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "zaak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "soort" "status_soort" NOT NULL,
    "statustype" TEXT NOT NULL,
    "statuscode" TEXT NOT NULL,
    "resultaat" TEXT,
    "datum_status_gezet" TIMESTAMPTZ(3) NOT NULL,
    "statustoelichting" VARCHAR(1000),
    "gezet_door_id" UUID,
    "gebeurtenis_id" UUID NOT NULL,

    CONSTRAINT "status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gebeurtenis" (
    "id" UUID NOT NULL,
    "volgorde" BIGSERIAL NOT NULL,
    "zaak_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "vastgelegd_op" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "sequence" INTEGER,
    "body" TEXT,

    CONSTRAINT "gebeurtenis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "abonnement" (
    "id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "sink" TEXT NOT NULL,
    "types" TEXT[],
    "credentialtype" "credentialtype" NOT NULL,
    "status" "abonnement_status" NOT NULL,
    "toegestane_rate" INTEGER,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "bevestigd_op" TIMESTAMPTZ(3),
    "foutcode" TEXT,

    CONSTRAINT "abonnement_pkey" PRIMARY KEY ("id")
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
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,
    "lease_id" UUID,
    "lease_tot" TIMESTAMPTZ(3),
    "afgerond_op" TIMESTAMPTZ(3),

    CONSTRAINT "bezorging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bezorgpoging" (
    "id" BIGSERIAL NOT NULL,
    "bezorging_id" BIGINT NOT NULL,
    "nummer" INTEGER NOT NULL,
    "begonnen_op" TIMESTAMPTZ(3) NOT NULL,
    "duur_ms" INTEGER NOT NULL,
    "http_status" INTEGER,
    "foutsoort" TEXT,
    "request_headers" JSONB NOT NULL,

    CONSTRAINT "bezorgpoging_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "behandelaar_subject_key" ON "behandelaar"("subject");

-- CreateIndex
CREATE INDEX "sessie_verloopt_op_idx" ON "sessie"("verloopt_op");

-- CreateIndex
CREATE UNIQUE INDEX "zaak_nummer_key" ON "zaak"("nummer");

-- CreateIndex
CREATE UNIQUE INDEX "zaak_identificatie_key" ON "zaak"("identificatie");

-- CreateIndex
CREATE INDEX "zaak_einddatum_gepland_id_idx" ON "zaak"("einddatum_gepland", "id");

-- CreateIndex
CREATE INDEX "zaak_behandelaar_id_idx" ON "zaak"("behandelaar_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_gebeurtenis_id_key" ON "status"("gebeurtenis_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_zaak_id_versie_key" ON "status"("zaak_id", "versie");

-- CreateIndex
CREATE UNIQUE INDEX "gebeurtenis_volgorde_key" ON "gebeurtenis"("volgorde");

-- CreateIndex
CREATE UNIQUE INDEX "gebeurtenis_sequence_key" ON "gebeurtenis"("sequence");

-- CreateIndex
CREATE INDEX "gebeurtenis_zaak_id_sequence_idx" ON "gebeurtenis"("zaak_id", "sequence");

-- CreateIndex
CREATE INDEX "gebeurtenis_ongenummerd_idx" ON "gebeurtenis"("volgorde") WHERE (sequence IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "abonnement_client_sink_key" ON "abonnement"("client", "sink");

-- CreateIndex
CREATE INDEX "bezorging_gebeurtenis_id_idx" ON "bezorging"("gebeurtenis_id");

-- CreateIndex
CREATE INDEX "bezorging_wachtend_idx" ON "bezorging"("volgende_poging") WHERE (status = 'wachtend');

-- CreateIndex
CREATE INDEX "bezorging_volgorde_idx" ON "bezorging"("abonnement_id", "zaak_id", "sequence") WHERE (status = 'wachtend');

-- CreateIndex
CREATE UNIQUE INDEX "bezorging_abonnement_id_gebeurtenis_id_key" ON "bezorging"("abonnement_id", "gebeurtenis_id");

-- CreateIndex
CREATE INDEX "bezorgpoging_bezorging_id_idx" ON "bezorgpoging"("bezorging_id");

-- AddForeignKey
ALTER TABLE "sessie" ADD CONSTRAINT "sessie_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_gezet_door_id_fkey" FOREIGN KEY ("gezet_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status" ADD CONSTRAINT "status_gebeurtenis_id_fkey" FOREIGN KEY ("gebeurtenis_id") REFERENCES "gebeurtenis"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gebeurtenis" ADD CONSTRAINT "gebeurtenis_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorging" ADD CONSTRAINT "bezorging_abonnement_id_fkey" FOREIGN KEY ("abonnement_id") REFERENCES "abonnement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorging" ADD CONSTRAINT "bezorging_gebeurtenis_id_fkey" FOREIGN KEY ("gebeurtenis_id") REFERENCES "gebeurtenis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezorgpoging" ADD CONSTRAINT "bezorgpoging_bezorging_id_fkey" FOREIGN KEY ("bezorging_id") REFERENCES "bezorging"("id") ON DELETE CASCADE ON UPDATE CASCADE;
