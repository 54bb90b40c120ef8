-- CreateEnum
CREATE TYPE "mailtaal" AS ENUM ('nl', 'en');

-- CreateEnum
CREATE TYPE "mailsoort" AS ENUM ('zaak', 'bevestiging');

-- CreateTable
CREATE TABLE "emailadres" (
    "burger_id" UUID NOT NULL,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "taal" "mailtaal" NOT NULL,
    "geverifieerd_op" TIMESTAMPTZ(3),
    "geweigerd_op" TIMESTAMPTZ(3),
    "geweigerd_code" TEXT,
    "bevestiging_hash" TEXT,
    "bevestiging_verloopt_op" TIMESTAMPTZ(3),
    "afmeldcode" TEXT NOT NULL,
    "verzoeken" INTEGER NOT NULL,
    "verzoeken_sinds" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emailadres_pkey" PRIMARY KEY ("burger_id")
);

-- CreateTable
CREATE TABLE "uitgaande_mail" (
    "id" UUID NOT NULL,
    "soort" "mailsoort" NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaak_id" UUID,
    "van_versie" INTEGER,
    "tot_versie" INTEGER,
    "versleuteld" BYTEA,
    "sleutel_id" TEXT,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uitgaande_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "emailadres_bevestiging_hash_key" ON "emailadres"("bevestiging_hash");

-- CreateIndex
CREATE UNIQUE INDEX "emailadres_afmeldcode_key" ON "emailadres"("afmeldcode");

-- CreateIndex
CREATE INDEX "emailadres_verzoeken_sinds_idx" ON "emailadres"("verzoeken_sinds") WHERE (geverifieerd_op is null);

-- CreateIndex
CREATE INDEX "uitgaande_mail_zaak_id_idx" ON "uitgaande_mail"("zaak_id");

-- CreateIndex
CREATE INDEX "uitgaande_mail_burger_id_idx" ON "uitgaande_mail"("burger_id");

-- CreateIndex
CREATE INDEX "uitgaande_mail_volgende_poging_idx" ON "uitgaande_mail"("volgende_poging");

-- CreateIndex
CREATE UNIQUE INDEX "uitgaande_mail_verzamelt_key" ON "uitgaande_mail"("zaak_id") WHERE (tot_versie is null);

-- AddForeignKey
ALTER TABLE "emailadres" ADD CONSTRAINT "emailadres_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_mail" ADD CONSTRAINT "uitgaande_mail_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uitgaande_mail" ADD CONSTRAINT "uitgaande_mail_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;
