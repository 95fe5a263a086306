-- Every request asks whether its session has a replaced token whose successor was not seen yet: nearly always there is none.
CREATE INDEX "RetiredToken_unseen" ON "RetiredToken" ("sessionId") WHERE "successorSeenAt" IS NULL;
