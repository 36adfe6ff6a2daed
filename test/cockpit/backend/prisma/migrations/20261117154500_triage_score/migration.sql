-- Expand only: the version that runs does not know the column and goes on without it.
-- AlterTable
ALTER TABLE "appointments" ADD COLUMN "triage_score" INTEGER;

-- CreateIndex
CREATE INDEX "appointments_triage_score_idx" ON "appointments"("triage_score");
