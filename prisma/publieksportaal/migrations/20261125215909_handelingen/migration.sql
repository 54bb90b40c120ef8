-- CreateEnum
CREATE TYPE "actor_soort" AS ENUM ('burger', 'beheerder', 'opdrachtregel');

-- CreateTable
CREATE TABLE "handeling" (
    "id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "actor_soort" "actor_soort" NOT NULL,
    "actor" TEXT,
    "handeling" TEXT NOT NULL,
    "object_soort" TEXT,
    "object_id" TEXT,
    "uitkomst" TEXT NOT NULL,

    CONSTRAINT "handeling_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handeling_tijdstip_id_idx" ON "handeling"("tijdstip", "id");
