// Generated from plugins/stevedore-backend/src/schema/openapi.yaml by scripts/generate-schema.mjs. Do not edit.
/* eslint-disable */
export interface paths {
    "/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every pipeline that the caller may read, those where something waits longest first */
        get: operations["listPipelines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unmapped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects of clusters that a Kargo runs and no component shows, by the platform's rules */
        get: operations["listUnmapped"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything for the first paint of the page of one entity */
        get: operations["getPipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/freight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Freight with the state of every cell, newest first */
        get: operations["listFreight"];
        put?: never;
        /** Puts freight together by hand, one version for each subscription of a warehouse */
        post: operations["createFreight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/freight/{name}/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives freight another alias */
        post: operations["changeAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/freight/{name}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets freight past verification and soak into one stage */
        post: operations["waiveFreight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/freight/{name}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks freight as bad: no stage takes it */
        post: operations["quarantineFreight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/freight/{name}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lifts the quarantine of freight */
        post: operations["liftQuarantine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions, newest first */
        get: operations["listPromotions"];
        put?: never;
        /** Asks for freight in a stage; waits for people where the policy wants them, otherwise queues */
        post: operations["requestPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promotion with steps, approvals and its plan */
        get: operations["getPromotion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Log lines, oldest first */
        get: operations["getPromotionLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What promoting would do; a request adopts the plan by its promotion name */
        post: operations["planPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves the plan with this digest */
        post: operations["approvePromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rejects the plan with this digest */
        post: operations["rejectPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one's own decision back */
        post: operations["withdrawDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a promotion that is not done */
        post: operations["abortPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attempts the step that asks again, or requests the same anew */
        post: operations["retryPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/warehouses/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a warehouse found the last time, best first, and how it is */
        get: operations["getWarehouse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/warehouses/{name}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks for new versions now */
        post: operations["refreshWarehouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the metrics of a stage's verification measured, by metric */
        get: operations["getVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops auto-promotion of one origin into the stage */
        post: operations["holdStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets auto-promotion of one origin go on */
        post: operations["resumeStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verifies what the stage holds once more */
        post: operations["verifyStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/stop-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a running verification; it counts as failed */
        post: operations["stopVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the stage could go back to, by origin, and why not where it cannot */
        get: operations["getRollback"];
        put?: never;
        /** Takes the stage back to freight that was there before, and holds auto-promotion */
        post: operations["rollbackStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for freight in the targets of a stage that do not hold it; one that refuses keeps back none of the others */
        post: operations["requestTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/rollouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progressive deliveries of the stage in its clusters, as they are now */
        get: operations["getRollouts"];
        put?: never;
        /** Promotes, pauses, resumes, aborts or retries one of them */
        post: operations["actOnRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/commits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The commits between two freight, by repository */
        get: operations["getCommits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was promoted, what Git says now and what runs, by stage */
        get: operations["getDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions, newest first */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Raw entries, oldest first, from which the chain can be verified elsewhere */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verifies the hash chain of one project */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes, in an emergency and with a reason, the approval rules that let the caller; a review follows */
        post: operations["breakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what came of looking at what was passed in an emergency */
        post: operations["closeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/promotions/{name}/steps/{step}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers what a running step asks people */
        post: operations["answerStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the caller lets decide, and for whom the caller decides */
        get: operations["getDelegations"];
        put?: never;
        /** Lets somebody else decide in the caller's name for a time */
        post: operations["delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a delegation that the caller gave or got */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions that wait for the caller, in every project that the caller may read */
        get: operations["getWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/stages/{stage}/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every gate says, or would say at a later moment, of any freight */
        get: operations["whatIf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/freight/{name}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reports what a test found out about freight; the newest result of each test counts */
        post: operations["reportTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Windows with the times at which they are active, and locks, of a project or of the platform */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The windows of a project or of the platform as an iCalendar file */
        get: operations["exportCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens or closes stages by the calendar, in one project or beyond */
        post: operations["setWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a window for each event of an iCalendar file */
        post: operations["importWindows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a window that somebody set; what waits for that goes */
        post: operations["endWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops the line, in one project or beyond */
        post: operations["setLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/locks/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Releases one lock; asks what becomes of the promotions that wait behind it */
        post: operations["releaseLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        GateAnswer: {
            stage: string;
            /** @description Name (40 hex). */
            freight: string;
            at: string;
            /** @description Nothing would keep it out. */
            open: boolean;
            sentence: string;
            clearsAt?: string;
            gates: components["schemas"]["GateVerdict"][];
        };
        TestAsk: {
            name: string;
            /** @enum {string} */
            outcome: "passed" | "failed";
            /** @description Where it was run. */
            stage?: string;
            link?: string;
            message?: string;
        };
        LockAsk: {
            /**
             * @description Every promotion, rollbacks included, or only what a policy promotes.
             * @enum {string}
             */
            blocks: "all" | "automatic";
            /** @description ISO 8601; absent: until it is released. */
            until?: string;
            /** @description Absent: beyond projects. */
            project?: string;
            /** @description Names of stages: exact, glob:… or regex:…; absent: all. */
            stages?: string;
            /** @description Labels that the stages have to have. */
            labels?: {
                [key: string]: string;
            };
            /** @description Components, systems and domains by entity ref; only beyond projects. */
            entities?: string[];
            /** @description Filter predicate on components; only beyond projects. */
            filter?: {
                [key: string]: unknown;
            };
            reason: string;
            link?: string;
        };
        ReleaseAsk: {
            /** @description As it was set: absent beyond projects. */
            project?: string;
            reason?: string;
            /**
             * @description What becomes of promotions that wait behind it: they go, or are given up. Asked for when there are any.
             * @enum {string}
             */
            queue?: "release" | "drop";
        };
        EndAsk: {
            /** @description As it was set: absent beyond projects. */
            project?: string;
            reason?: string;
        };
        WindowAsk: {
            name: string;
            /** @enum {string} */
            kind: "Allow" | "Deny";
            /** @description ISO 8601, or as iCalendar and Kargo write it (TZID=Europe/Berlin:20260101T090000). */
            start: string;
            end: string;
            /** @description IANA name; the window follows the clock of this zone. Absent: UTC. */
            zone?: string;
            /** @description RFC 5545, 3.3.10; absent: once. */
            rrule?: string;
            /** @description It holds back rollbacks, too. */
            rollbacks?: boolean;
            /** @description Absent: beyond projects. */
            project?: string;
            /** @description Names of stages: exact, glob:… or regex:…; absent: all. */
            stages?: string;
            /** @description Labels that the stages have to have. */
            labels?: {
                [key: string]: string;
            };
            /** @description Components, systems and domains by entity ref; only beyond projects. */
            entities?: string[];
            /** @description Filter predicate on components; only beyond projects. */
            filter?: {
                [key: string]: unknown;
            };
            reason: string;
            link?: string;
        };
        ImportAsk: {
            /** @description Text of an iCalendar file. */
            calendar: string;
            /**
             * @description Default: Deny.
             * @enum {string}
             */
            kind?: "Allow" | "Deny";
            /** @description Of days and times without a zone. */
            zone?: string;
            rollbacks?: boolean;
            /** @description Absent: beyond projects. */
            project?: string;
            /** @description Names of stages: exact, glob:… or regex:…; absent: all. */
            stages?: string;
            /** @description Labels that the stages have to have. */
            labels?: {
                [key: string]: string;
            };
            /** @description Components, systems and domains by entity ref; only beyond projects. */
            entities?: string[];
            /** @description Filter predicate on components; only beyond projects. */
            filter?: {
                [key: string]: unknown;
            };
            reason: string;
            link?: string;
        };
        Imported: {
            windows: components["schemas"]["Window"][];
            /** @description Events that windows cannot say. */
            skipped: {
                name: string;
                why: string;
            }[];
        };
        Window: {
            /** @description Of one that somebody set. */
            id?: string;
            name: string;
            /** @enum {string} */
            kind: "Allow" | "Deny";
            /** @enum {string} */
            source: "definition" | "platform" | "person";
            /** @description As windows keep it. */
            start: string;
            end: string;
            rrule?: string;
            rollbacks?: boolean;
            /** @description Absent: beyond projects. */
            project?: string;
            /** @description Where it counts, in words. */
            scope: string;
            /** @description Stages of the project that it concerns. */
            stages?: string[];
            /** @description Who set it or where it stands. */
            by?: string;
            at?: string;
            reason?: string;
            link?: string;
            sentence: string;
            /** @description It is active now. */
            active?: boolean;
            /** @description When it is active in the time asked for, at most 400. */
            times: {
                start: string;
                end: string;
            }[];
            /** @description Why the caller cannot end it. */
            whyNot?: string;
        };
        Lock: {
            id: string;
            /** @enum {string} */
            blocks: "all" | "automatic";
            actor: string;
            at: string;
            reason: string;
            link?: string;
            until?: string;
            /** @description Absent: beyond projects. */
            project?: string;
            /** @description Where it counts, in words. */
            scope: string;
            /** @description Stages of the project that it concerns. */
            stages?: string[];
            sentence: string;
            /** @description Why the caller cannot release it. */
            whyNot?: string;
        };
        Calendar: {
            project?: string;
            from: string;
            to: string;
            windows: components["schemas"]["Window"][];
            locks: components["schemas"]["Lock"][];
            whyNot: components["schemas"]["CalendarWhyNot"];
        };
        /** @description Why the caller may not do this here; absent where the caller may. */
        CalendarWhyNot: {
            lock?: string;
            freeze?: string;
        };
        ErrorResponse: {
            error: {
                name: string;
                message: string;
            };
            response: {
                statusCode: number;
            };
        };
        /** @enum {string} */
        PromotionPhase: "Requested" | "Pending" | "Running" | "Succeeded" | "Failed" | "Errored" | "Aborted" | "Rejected" | "Superseded";
        PlanAsk: {
            stage: string;
            /** @description Name (40 hex) or alias. */
            freight: string;
            /** @description What the stage asks for. */
            inputs?: {
                [key: string]: string;
            };
            /** @description Plans going back to this freight instead of promoting it. */
            rollback?: boolean;
        };
        RollbackAsk: {
            /** @description Name (40 hex) or alias of what to go back to; absent: the last that was verified there. */
            freight?: string;
            /** @description Origin key, for a stage that takes freight of several; absent: of what came last. */
            origin?: string;
            /** @description What the stage asks for. */
            inputs?: {
                [key: string]: string;
            };
            reason?: string;
            /** @description Promotion name of a plan that was shown. */
            plan?: string;
            /** @description Marks what is taken out as bad; needs a reason, and the permission to quarantine. */
            quarantine?: boolean;
        };
        /** @description `from` is what it is compared with; absent: nothing was found before it. */
        CommitsAnswer: {
            from?: components["schemas"]["FreightSummary"];
            sources: components["schemas"]["SourceCommits"][];
            /** @description For people: of which artifacts no commits are known, and why. */
            unknown: string[];
        };
        /** @description What lies between two commits of one repository. */
        SourceCommits: {
            repoURL: string;
            /** @description Commit of the freight. */
            newer: string;
            /** @description Commit of the freight to compare with; absent: it has none of this repository, and the newest commit alone is shown. */
            older?: string;
            /** @description Where people see all of it. */
            url?: string;
            /** @description Newest first, at most 250. */
            coming: components["schemas"]["SourceCommit"][];
            /** @description What the other freight has and this one has not. */
            going: components["schemas"]["SourceCommit"][];
            /** @description There are more than these. */
            more?: boolean;
            /** @description Why they cannot be read; then there are none. */
            whyNot?: string;
        };
        SourceCommit: {
            id: string;
            title: string;
            /** @description As the commit names them. */
            author: string;
            /** @description Who that is in the catalog. */
            user?: string;
            /** Format: date-time */
            at: string;
            /** @description Where people see it. */
            url?: string;
            tickets: {
                name: string;
                url: string;
            }[];
        };
        DriftReport: {
            stages: components["schemas"]["StageDrift"][];
        };
        StageDrift: {
            stage: string;
            /** @description The promotion that brought what the stage holds. */
            promotion: string;
            /** @description Why nothing is compared now; then there are no rows. */
            obstacle?: string;
            verdict: components["schemas"]["DriftVerdict"];
            rows: components["schemas"]["DriftRow"][];
        };
        /**
         * @description Of a stage, that of its worst row. What cannot be seen is unknown.
         * @enum {string}
         */
        DriftVerdict: "same" | "gitDiffers" | "clusterDiffers" | "unknown";
        /** @description One image, chart or commit of the freight, or one branch that the promotion wrote to. */
        DriftRow: {
            /** @enum {string} */
            kind: "image" | "chart" | "commit" | "revision";
            name: string;
            /** @description Version, or short commit. */
            promoted: string;
            git: components["schemas"]["DriftSide"];
            running: components["schemas"]["DriftSide"];
            verdict: components["schemas"]["DriftVerdict"];
            /** @description For people. */
            sentence: string;
        };
        DriftSide: {
            /**
             * @description none: there is nothing to look at.
             * @enum {string}
             */
            status: "same" | "differs" | "unknown" | "none";
            /** @description What it has, where that is known. */
            value?: string;
        };
        RollbackOptions: {
            stage: string;
            options: components["schemas"]["RollbackOption"][];
            /** @description Why the caller may not roll back here. */
            whyNot?: string;
            /** @description Why the caller may not quarantine what is taken out. */
            whyNotQuarantine?: string;
        };
        /**
         * @description As the kubectl plugin of Argo Rollouts has them; `resume` only takes a pause of a person away.
         * @enum {string}
         */
        RolloutActName: "promote" | "promote-full" | "pause" | "resume" | "abort" | "retry";
        RolloutAsk: {
            cluster: string;
            namespace: string;
            name: string;
            act: components["schemas"]["RolloutActName"];
            /** @description `seen` of what was read; what has gone on meanwhile is left alone. */
            seen: string;
            /** @description `promote-full` needs one: it passes checks. */
            reason?: string;
        };
        RolloutList: {
            rollouts: components["schemas"]["Rollout"][];
        };
        /** @description A progressive delivery (Argo Rollouts). Without `strategy` it cannot be seen; `message` says why. */
        Rollout: {
            cluster: string;
            namespace: string;
            name: string;
            /** @enum {string} */
            phase: "Healthy" | "Progressing" | "Paused" | "Degraded" | "Unknown";
            message?: string;
            /** @enum {string} */
            strategy?: "canary" | "blueGreen";
            /** @description Goes with an act. */
            seen?: string;
            canary?: {
                /** @description Per cent that the steps ask for by now. */
                weight: number;
                /** @description Per cent of the traffic, or of the replicas, that is there. */
                actual: number;
                /** @description Index from 0 of what is being done; as many as there are steps: all are done. */
                step?: number;
                steps: {
                    name: string;
                    /** @enum {string} */
                    state: "done" | "current" | "open";
                }[];
            };
            blueGreen?: {
                /** @description A service. */
                active: string;
                /** @description A service. */
                preview?: string;
                autoPromotion: boolean;
                autoPromotionSeconds?: number;
            };
            stable?: components["schemas"]["RolloutRevision"];
            next?: components["schemas"]["RolloutRevision"];
            /** @description Why, where they are not known. */
            imagesUnknown?: string;
            replicas?: {
                wanted: number;
                updated: number;
                available: number;
            };
            analyses?: {
                /** @enum {string} */
                of: "step" | "background" | "before the switch" | "after the switch";
                name: string;
                phase: string;
                message?: string;
            }[];
            aborted?: boolean;
            paused?: {
                why: string;
                since?: string;
                /** @description Absent: until somebody does something. */
                until?: string;
            };
            acts: {
                act: components["schemas"]["RolloutActName"];
                /** @description Why the caller cannot do it now; absent: he can. */
                whyNot?: string;
            }[];
        };
        RolloutRevision: {
            /** @description Of its pod template. */
            hash: string;
            number?: number;
            images?: string[];
            replicas: number;
        };
        /** @description Where a stage would go back to in one origin. */
        RollbackOption: {
            origin: string;
            out?: components["schemas"]["FreightSummary"];
            to?: components["schemas"]["FreightSummary"];
            /** @description When it was verified there the last time. */
            verifiedAt?: string;
            /** @description How much of that origin was there before, verified or not. */
            earlierCount: number;
            /** @description Why there is no way back by itself; earlier freight that was not verified may still be chosen. */
            whyNot?: string;
            /** @description What was there before, newest first; only where it is asked for. */
            earlier?: components["schemas"]["EarlierFreight"][];
        };
        EarlierFreight: {
            freight: components["schemas"]["FreightSummary"];
            /** @description It was verified there. */
            verified: boolean;
            /** @description When it came there the last time. */
            since?: string;
            /** @description Why nobody goes back to it. */
            whyNot?: string;
        };
        /** @description The last rollback of a stage, or why its policy did not go back; there as long as it explains what the stage holds. */
        StageRollback: {
            sentence: string;
            at: string;
            /** @description Name of the rollback. */
            promotion?: string;
        };
        /** @description It takes the stage back. */
        PromotionRollback: {
            /** @description Name of the promotion that is undone. */
            of: string;
            /** @description Name of the freight that is taken out. */
            out: string;
            /** @enum {string} */
            because: "person" | "promotion" | "verification";
            /** @description Since when the stage is known to be bad. */
            badSince: string;
            /** @description When the stage was verified good again. */
            restoredAt?: string;
            /** @description The time to restore, from badSince. */
            restoredAfterMs?: number;
        };
        PromotionAsk: {
            stage: string;
            /** @description Name (40 hex) or alias. */
            freight: string;
            /** @description What the stage asks for. */
            inputs?: {
                [key: string]: string;
            };
            reason?: string;
            /** @description Promotion name of a plan that was shown. */
            plan?: string;
        };
        TargetsAsk: {
            /** @description Name (40 hex) or alias. */
            freight: string;
            /** @description Names of targets; absent: all that do not hold it. */
            targets?: string[];
            /** @description What the stage asks for. */
            inputs?: {
                [key: string]: string;
            };
            reason?: string;
        };
        TargetAnswers: {
            items: components["schemas"]["TargetAnswer"][];
        };
        /** @description What became of it in one target: a promotion, or why there is none. */
        TargetAnswer: {
            target: string;
            /** @description The stage that stands for the target. */
            stage: string;
            promotion?: components["schemas"]["Promotion"];
            why?: string;
        };
        FreightAsk: {
            warehouse: string;
            images?: {
                repoURL: string;
                tag: string;
                /** @description Needed only of what the warehouse did not find. */
                digest?: string;
            }[];
            commits?: {
                repoURL: string;
                id: string;
                tag?: string;
            }[];
            charts?: {
                repoURL: string;
                name?: string;
                version: string;
            }[];
            /** @description Name or alias of freight that the rest is taken from. */
            cloneOf?: string;
            alias?: string;
            reason?: string;
        };
        AliasAsk: {
            alias: string;
            reason?: string;
        };
        WaiverAsk: {
            stage: string;
            reason: string;
        };
        QuarantineAsk: {
            reason: string;
        };
        /** @description What a person said about freight, and why. */
        Mark: {
            at: string;
            actor: string;
            reason: string;
        };
        Decision: {
            digest: string;
            reason?: string;
            /** @description User entity ref of who delegated the decision; absent: in the own name where the policy has it. */
            onBehalfOf?: string;
        };
        Reason: {
            reason?: string;
        };
        HoldAsk: {
            /** @description Origin key, e.g. `Warehouse/web`. */
            origin: string;
            reason?: string;
        };
        Problem: {
            /** @enum {string} */
            severity: "error" | "warning";
            message: string;
            cure: string;
            file?: string;
            line?: number;
            column?: number;
            object?: string;
            field?: string;
        };
        GateVerdict: {
            gate: string;
            /** @enum {string} */
            status: "pass" | "waiting" | "blocked" | "unknown";
            sentence: string;
            clearedBy: string[];
            clearsAt?: string;
            /** @description What the verdict rests on; only with a plan. */
            evidence?: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        CellState: "here" | "was" | "verified" | "soaking" | "eligible" | "waitsForApproval" | "queued" | "promoting" | "failed" | "blocked" | "quarantined" | "notOnItsWay";
        Count: {
            done: number;
            of: number;
        };
        Cell: {
            stage: string;
            state: components["schemas"]["CellState"];
            /** @description The first reason, in words. */
            sentence: string;
            /** @description All gates are open. */
            mayEnter: boolean;
            /** @description What a request would wait for in the queue, e.g. until the freeze ends at 2027-01-04 00:00 UTC; absent when it would go at once. */
            queues?: string;
            /** @description Verification or soak keeps it out, and a waiver would let it past them. */
            mayWaive?: boolean;
            waived?: components["schemas"]["Mark"];
            verified?: boolean;
            since?: string;
            clearsAt?: string;
            promotion?: string;
            count?: components["schemas"]["Count"];
            /** @description Those that do not pass. */
            gates?: components["schemas"]["GateVerdict"][];
        };
        Version: {
            /** @enum {string} */
            kind: "image" | "commit" | "chart" | "artifact";
            source: string;
            version: string;
            digest?: string;
            message?: string;
            author?: string;
        };
        FreightSummary: {
            name: string;
            alias?: string;
            quarantine?: components["schemas"]["Mark"];
            origin: string;
            versions: components["schemas"]["Version"][];
        };
        Freight: {
            name: string;
            alias: string;
            quarantine?: components["schemas"]["Mark"];
            origin: string;
            versions: components["schemas"]["Version"][];
            discoveredAt: string;
            createdBy: string;
            cells: components["schemas"]["Cell"][];
        };
        FreightPage: {
            items: components["schemas"]["Freight"][];
            next?: string;
        };
        HealthCheck: {
            /** @description The step that did it by its name or kind. */
            step: string;
            /** @enum {string} */
            status: "Healthy" | "NotApplicable" | "Progressing" | "Unknown" | "Unhealthy";
            issues: string[];
            links: components["schemas"]["Link"][];
        };
        Verification: {
            id?: string;
            phase: string;
            startedAt: string;
            finishedAt?: string;
            message?: string;
            /** @description Why it cannot be repeated now; absent when it can. */
            whyNotAgain?: string;
            /** @description Why it cannot be stopped now; absent when it can. */
            whyNotStop?: string;
        };
        Hold: {
            origin: string;
            actor: string;
            at: string;
            reason?: string;
            freight?: string;
            promotion?: string;
        };
        Edge: {
            from: string;
            /** @enum {string} */
            kind: "warehouse" | "stage";
            origin?: string;
            requiredSoakMs: number;
        };
        Stage: {
            name: string;
            edges: components["schemas"]["Edge"][];
            autoPromotion: boolean;
            /** @description Has no steps: only passes freight on. */
            controlFlow: boolean;
            /** @description Names of the stages that stand for its targets; it only gathers what all of them have verified. */
            targets?: string[];
            /** @description It stands for one target of a Stage. */
            target?: {
                stage: string;
                name: string;
            };
            /** @enum {string} */
            health: "healthy" | "verifying" | "progressing" | "unhealthy" | "unseen" | "promoting" | "empty" | "unknown";
            /** @description What the last promotion did and is watched since; absent where nothing is. */
            checks?: components["schemas"]["HealthCheck"][];
            here: components["schemas"]["FreightSummary"][];
            since?: string;
            promotedBy?: string;
            verification?: components["schemas"]["Verification"];
            holds: components["schemas"]["Hold"][];
            current?: components["schemas"]["Promotion"];
            queued: number;
            last?: components["schemas"]["LastPromotion"];
            /** @description What a person gives along with a promotion, by name; a text, or one of the choices. */
            inputs?: {
                name: string;
                choices?: string[];
            }[];
            /** @description Where it would go back to, by origin. */
            rollbacks?: components["schemas"]["RollbackOption"][];
            rollback?: components["schemas"]["StageRollback"];
            /** @description What keeps anything from entering now, whatever the freight; empty where nothing does. */
            gates?: components["schemas"]["GateVerdict"][];
            /** @description How what waits for the stage goes, in words. */
            queue?: string;
            whyNot?: components["schemas"]["StageWhyNot"];
        };
        /** @description Why the caller may not do this here, in a sentence; absent where the caller may. */
        StageWhyNot: {
            plan?: string;
            promote?: string;
            hold?: string;
            waive?: string;
            verify?: string;
            rollback?: string;
        };
        LastPromotion: {
            name: string;
            freight: string;
            phase: components["schemas"]["PromotionPhase"];
            finishedAt: string;
        };
        Warehouse: {
            name: string;
            origin: string;
            intervalMs: number;
            watches: string[];
            checkedAt?: string;
            error?: string;
            conditions?: components["schemas"]["WarehouseCondition"][];
            /** @description Why the caller may not refresh it. */
            whyNot?: string;
        };
        /** @description As in Kargo, with its reasons. */
        WarehouseCondition: {
            type: string;
            /** @enum {string} */
            status: "True" | "False" | "Unknown";
            reason: string;
            message: string;
        };
        VerificationDetail: {
            metrics: components["schemas"]["Metric"][];
            run?: components["schemas"]["AnalysisRun"];
            /** @description Where the log of a promotion has what its checks printed; absent while they printed nothing. */
            log?: {
                promotion: string;
                step: string;
            };
        };
        /** @description Where Argo Rollouts takes the measurements. */
        AnalysisRun: {
            cluster: string;
            namespace: string;
            name: string;
        };
        Metric: {
            name: string;
            /** @description How often it was measured; the newest 50 are listed. */
            total: number;
            /** @description Oldest first. */
            measurements: components["schemas"]["Measurement"][];
        };
        Measurement: {
            /** @enum {string} */
            phase: "Successful" | "Failed" | "Error" | "Inconclusive";
            at: string;
            value?: string;
            message?: string;
        };
        WarehouseDetail: {
            warehouse: components["schemas"]["Warehouse"];
            found: components["schemas"]["Found"][];
        };
        /** @description What one subscription found, best first. */
        Found: {
            /** @enum {string} */
            kind: "image" | "commit" | "chart";
            repoURL: string;
            /** @description Of the chart. */
            name?: string;
            subscription?: string;
            versions: components["schemas"]["FoundVersion"][];
        };
        FoundVersion: {
            version: string;
            /** @description Of an image; a commit's id. */
            digest?: string;
            createdAt?: string;
            message?: string;
            author?: string;
        };
        Pipeline: {
            project: string;
            entityRef: string;
            /** @enum {string} */
            provenance: "annotations" | "files" | "cluster" | "kargo";
            /** @description What runs the pipeline in place of Stevedore; absent where Stevedore does. */
            runBy?: {
                /** @description As people call it. */
                name: string;
                /** @description Where: cluster and project, with a slash between. */
                target: string;
                /** @description Why nothing of it can be seen now; absent when it can. */
                unseen?: string;
            };
            paused?: string;
            stages: components["schemas"]["Stage"][];
            warehouses: components["schemas"]["Warehouse"][];
            problems: components["schemas"]["Problem"][];
            needsMe: components["schemas"]["Promotion"][];
            /** @description Why the caller may not do this in the pipeline; absent where the caller may. */
            whyNot?: {
                quarantine?: string;
                lift?: string;
                assemble?: string;
                alias?: string;
            };
            freight: components["schemas"]["FreightPage"];
            /** @description Locks that concern a stage of the pipeline. */
            locks?: components["schemas"]["Lock"][];
            /** @description Windows of the platform and of people that close a stage now, or will within 14 days. */
            freezes?: components["schemas"]["Window"][];
        };
        Need: {
            count: number;
            from: string;
            /** @description Who that is, in words for people. */
            words?: string;
            by: string[];
        };
        Promotion: {
            name: string;
            project: string;
            stage: string;
            freight: components["schemas"]["FreightSummary"];
            phase: components["schemas"]["PromotionPhase"];
            sentence: string;
            message?: string;
            automatic: boolean;
            requester: string;
            reason?: string;
            requestedAt: string;
            startedAt?: string;
            finishedAt?: string;
            step: components["schemas"]["Count"];
            digest?: string;
            changed?: string[];
            question?: string;
            abortRequested?: boolean;
            inputs?: components["schemas"]["InputValues"];
            needs?: components["schemas"]["Need"][];
            rollback?: components["schemas"]["PromotionRollback"];
        };
        /** @description What somebody gave along with the promotion. */
        InputValues: {
            name: string;
            value: string;
        }[];
        PromotionPage: {
            items: components["schemas"]["Promotion"][];
            next?: string;
        };
        Link: {
            title: string;
            url: string;
        };
        Step: {
            index: number;
            alias: string;
            uses: string;
            /** @enum {string} */
            status: "Pending" | "Running" | "Succeeded" | "Skipped" | "Failed" | "Errored" | "Aborted";
            attempt: number;
            startedAt?: string;
            finishedAt?: string;
            message?: string;
            /** @description Only with stevedore.plan.read. */
            output?: {
                [key: string]: unknown;
            };
            /** @description When it runs; only with stevedore.plan.read. */
            if?: string;
            /** @description As it is written, not evaluated; only with stevedore.plan.read. */
            config?: {
                [key: string]: unknown;
            };
            /** @description To what the step made, where the host of the repository is known. */
            links?: components["schemas"]["Link"][];
            ask?: components["schemas"]["StepAsk"];
            answers?: components["schemas"]["StepAnswer"][];
        };
        Approval: {
            actor: string;
            /** @enum {string} */
            decision: "approved" | "rejected" | "brokeGlass";
            /** @description Who is absent and delegated the decision to the actor. */
            onBehalfOf?: string;
            reason?: string;
            at: string;
            withdrawnAt?: string;
            /** @description When it counts no more by itself. */
            expiresAt?: string;
            /** @description It fills a place of a rule for the plan as it is now. */
            counts: boolean;
            /** @description Why it does not count. */
            whyNot?: string;
            /** @description The caller gave it. */
            mine: boolean;
        };
        GlassAsk: {
            digest: string;
            reason: string;
        };
        AnswerAsk: {
            /** @enum {string} */
            action: "approve" | "reject" | "submit";
            reason?: string;
            /** @description What was filled in. */
            values?: {
                [key: string]: unknown;
            };
        };
        DelegationAsk: {
            /** @description User entity ref. */
            delegate: string;
            /** @description ISO 8601; absent: from now on. */
            from?: string;
            until: string;
            reason: string;
        };
        Delegation: {
            id: string;
            delegator: string;
            delegate: string;
            from: string;
            until: string;
            reason: string;
            /** @description It counts now. */
            inForce: boolean;
        };
        Delegations: {
            given: components["schemas"]["Delegation"][];
            received: components["schemas"]["Delegation"][];
        };
        /** @description Somebody has to look at what was passed in an emergency. */
        Review: {
            project: string;
            promotion: string;
            stage: string;
            /** @description Name (40 hex). */
            freight: string;
            openedAt: string;
            /** @description Who passed it, and who agreed. */
            by: string[];
            reason: string;
            /** @description Who may close it, in words. */
            reviewers: string[];
            closed?: components["schemas"]["Mark"];
            /** @description Why the caller cannot close it. */
            whyNot?: string;
        };
        /** @description How the approval rules can be passed in an emergency. */
        Emergency: {
            sentence: string;
            /** @description Why the caller may not. */
            whyNot?: string;
        };
        /** @description What a running step asks people. */
        StepAsk: {
            /** @enum {string} */
            kind: "approval" | "input";
            sentence: string;
            display?: string;
            /** @description Who is asked, in words; absent: whoever sees the promotion. */
            responders?: string[];
            /** @description JSON Schema of the form. */
            schema?: {
                [key: string]: unknown;
            };
            /** @description What can be answered. */
            actions: ("approve" | "reject" | "submit")[];
            /** @description Why the caller cannot answer. */
            whyNot?: string;
        };
        StepAnswer: {
            actor: string;
            at: string;
            /** @enum {string} */
            action: "approve" | "reject" | "submit";
            message?: string;
        };
        /** @description A step that asks the caller. */
        WaitingStep: {
            promotion: components["schemas"]["Promotion"];
            step: number;
            alias: string;
            ask: components["schemas"]["StepAsk"];
        };
        /** @description Who wrote the commits that it brings; only where a rule asks. */
        DiffAuthors: {
            users: string[];
            /** @description Addresses that no user of the catalog has. */
            unmatched: string[];
            /** @description Why some commits could not be read. */
            unread: string[];
        };
        PlanEffect: {
            step: string;
            kind: string;
            target: string;
            files: string[];
            unknown?: string;
            /** @description Only with stevedore.plan.read. */
            call?: unknown;
        };
        PlanDiff: {
            step: string;
            repoURL: string;
            branch: string;
            path: string;
            text: string;
            binary: boolean;
        };
        PlanOutcome: {
            alias: string;
            uses: string;
            status: string;
            message?: string;
        };
        Plan: {
            promotion: string;
            digest: string;
            effects: components["schemas"]["PlanEffect"][];
            outcomes: components["schemas"]["PlanOutcome"][];
            /** @description Only with stevedore.plan.read. */
            diffs?: components["schemas"]["PlanDiff"][];
            /** @description Why the contents are not shown; absent when they are. */
            hidden?: string;
            /** @description Why it is not known what would be written; absent where it was planned. */
            unplanned?: string;
            problem?: string;
        };
        /** @description What comes into the stage, what of the same origin it replaces, and what lies between. */
        Change: {
            freight: components["schemas"]["FreightSummary"];
            from: components["schemas"]["FreightSummary"][];
            /** @enum {string} */
            direction: "first" | "forward" | "back" | "same";
            /** @description Newest first; neither end is among them. */
            between: components["schemas"]["FreightSummary"][];
            /** @description More lies between than is listed. */
            more?: boolean;
            /** @description The commits of it, by repository: what the freight holds, and what images say they were made from. They come, or go again with direction back. */
            sources?: {
                repoURL: string;
                /** @description Commit. */
                newer: string;
                /** @description Commit that is not among them; absent where nothing is known to compare with. */
                older?: string;
                /** @description Where people see them, on a host that is known. */
                url?: string;
            }[];
        };
        PlanAnswer: {
            plan: components["schemas"]["Plan"];
            /** @description What the button says. */
            action: string;
            open: boolean;
            gates: components["schemas"]["GateVerdict"][];
            change: components["schemas"]["Change"];
            /** @description Why the caller cannot ask for it now; absent when that would be accepted. */
            whyNot?: string;
        };
        PromotionDetail: {
            promotion: components["schemas"]["Promotion"];
            steps: components["schemas"]["Step"][];
            approvals: components["schemas"]["Approval"][];
            plan?: components["schemas"]["Plan"];
            mayDecide: boolean;
            /** @description Why the caller may not decide. */
            whyNot?: string;
            /** @description Why the caller cannot take a decision back. */
            whyNotWithdraw?: string;
            /** @description Why the caller cannot abort it. */
            whyNotAbort?: string;
            /** @description Why the caller cannot try it again. */
            whyNotRetry?: string;
            /** @description A decision needs a reason. */
            reasonRequired: boolean;
            /** @description What would be missing still if the caller approved. */
            ifApproved?: string;
            /** @description In whose name the caller would decide; absent: his own. */
            onBehalfOf?: string;
            emergency?: components["schemas"]["Emergency"];
            review?: components["schemas"]["Review"];
            authors?: components["schemas"]["DiffAuthors"];
            change?: components["schemas"]["Change"];
        };
        LogLine: {
            id: string;
            at: string;
            step: string;
            text: string;
        };
        LogPage: {
            items: components["schemas"]["LogLine"][];
            next?: string;
        };
        HistoryEntry: {
            seq: number;
            at: string;
            actor: string;
            verb: string;
            subject: string;
            reason?: string;
            stage?: string;
            promotion?: string;
            freight?: string;
            phase?: string;
            message?: string;
            inputs?: components["schemas"]["InputValues"];
            /** @description Of the freight that the entry made or asked for. */
            versions?: components["schemas"]["Version"][];
            /** @description It asks for a rollback. */
            rollback?: boolean;
            /** @description The time to restore, in milliseconds. */
            afterMs?: number;
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            next?: number;
        };
        LedgerPage: {
            items: {
                [key: string]: unknown;
            }[];
            next?: number;
        };
        LedgerVerdict: {
            project: string;
            ok: boolean;
            entries: number;
            head?: string;
            fault?: string;
        };
        /** @description What one component runs where. */
        PipelineOverview: {
            project: string;
            entityRef: string;
            /** @description Why nothing moves. */
            paused?: string;
            /** @description Who runs the pipeline in place of this portal, such as Kargo. */
            runBy?: string;
            /** @description When the oldest of what waits or runs was asked for. */
            waitingSince?: string;
            stages: components["schemas"]["Stage"][];
        };
        PipelinePage: {
            items: components["schemas"]["PipelineOverview"][];
            next?: string;
        };
        UnmappedProjects: {
            items: components["schemas"]["UnmappedProject"][];
            /** @description Clusters that cannot be seen now; what is said of them is what was seen last. */
            unseen: string[];
        };
        UnmappedProject: {
            /** @description Cluster and project, as annotations name them. */
            target: string;
            /** @description Why it belongs to no component. */
            reason: string;
            /** @description What to do. */
            cure: string;
        };
        Waiting: {
            /** @description The component of each project. */
            entityRefs: {
                [key: string]: string;
            };
            /** @description Where to go on; what waits shorter comes there. */
            next?: string;
            items: components["schemas"]["Promotion"][];
            reviews?: components["schemas"]["Review"][];
            /** @description Steps that ask the caller. */
            steps?: components["schemas"]["WaitingStep"][];
        };
    };
    responses: {
        /** @description ok */
        TargetAnswers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TargetAnswers"];
            };
        };
        /** @description ok */
        RolloutList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RolloutList"];
            };
        };
        /** @description ok */
        GateAnswer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GateAnswer"];
            };
        };
        /** @description ok */
        Calendar: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Calendar"];
            };
        };
        /** @description ok */
        Window: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Window"];
            };
        };
        /** @description ok */
        Imported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Imported"];
            };
        };
        /** @description ok */
        Lock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Lock"];
            };
        };
        /** @description what went wrong */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description ok */
        Pipeline: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Pipeline"];
            };
        };
        /** @description ok */
        FreightPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FreightPage"];
            };
        };
        /** @description ok */
        Freight: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FreightSummary"];
            };
        };
        /** @description ok */
        WarehouseDetail: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WarehouseDetail"];
            };
        };
        /** @description ok */
        VerificationDetail: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VerificationDetail"];
            };
        };
        /** @description ok */
        Commits: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CommitsAnswer"];
            };
        };
        /** @description ok */
        DriftReport: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DriftReport"];
            };
        };
        /** @description ok */
        RollbackOptions: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RollbackOptions"];
            };
        };
        /** @description ok */
        PromotionPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PromotionPage"];
            };
        };
        /** @description ok */
        Promotion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Promotion"];
            };
        };
        /** @description ok */
        PromotionDetail: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PromotionDetail"];
            };
        };
        /** @description ok */
        LogPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LogPage"];
            };
        };
        /** @description ok */
        PlanAnswer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PlanAnswer"];
            };
        };
        /** @description ok */
        HistoryPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HistoryPage"];
            };
        };
        /** @description ok */
        LedgerPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LedgerPage"];
            };
        };
        /** @description ok */
        LedgerVerdict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LedgerVerdict"];
            };
        };
        /** @description ok */
        Waiting: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Waiting"];
            };
        };
    };
    parameters: {
        id: string;
        /** @description Absent: what is said beyond projects. */
        anyProject: string;
        project: string;
        name: string;
        stage: string;
        after: string;
        limit: number;
    };
    requestBodies: {
        Decision: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        Reason: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        Quarantine: {
            content: {
                "application/json": components["schemas"]["QuarantineAsk"];
            };
        };
        Hold: {
            content: {
                "application/json": components["schemas"]["HoldAsk"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPipelines: {
        parameters: {
            query?: {
                after?: components["parameters"]["after"];
                limit?: components["parameters"]["limit"];
                /** @description Part of the component's name. */
                search?: string;
                /** @description Only components that the caller owns. */
                mine?: "true";
                /** @description Only those in which something waits. */
                waiting?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page may hold fewer than asked for and still have a next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelinePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listUnmapped: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those of clusters that rules are about */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmappedProjects"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPipeline: {
        parameters: {
            query?: {
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Pipeline"];
            default: components["responses"]["Error"];
        };
    };
    listFreight: {
        parameters: {
            query?: {
                after?: components["parameters"]["after"];
                limit?: components["parameters"]["limit"];
                warehouse?: string;
                search?: string;
                /** @description Only freight that is not in this stage and never was. */
                notIn?: string;
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FreightPage"];
            default: components["responses"]["Error"];
        };
    };
    createFreight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreightAsk"];
            };
        };
        responses: {
            201: components["responses"]["Freight"];
            default: components["responses"]["Error"];
        };
    };
    changeAlias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AliasAsk"];
            };
        };
        responses: {
            200: components["responses"]["Freight"];
            default: components["responses"]["Error"];
        };
    };
    waiveFreight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaiverAsk"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    quarantineFreight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Quarantine"];
        responses: {
            200: components["responses"]["Freight"];
            default: components["responses"]["Error"];
        };
    };
    liftQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Quarantine"];
        responses: {
            200: components["responses"]["Freight"];
            default: components["responses"]["Error"];
        };
    };
    listPromotions: {
        parameters: {
            query?: {
                after?: components["parameters"]["after"];
                limit?: components["parameters"]["limit"];
                stage?: string;
                freight?: string;
                phase?: components["schemas"]["PromotionPhase"];
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PromotionPage"];
            default: components["responses"]["Error"];
        };
    };
    requestPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionAsk"];
            };
        };
        responses: {
            201: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    getPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PromotionDetail"];
            default: components["responses"]["Error"];
        };
    };
    getPromotionLogs: {
        parameters: {
            query?: {
                after?: components["parameters"]["after"];
                limit?: number;
                /** @description Only lines of the step with this alias. */
                step?: string;
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["LogPage"];
            default: components["responses"]["Error"];
        };
    };
    planPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanAsk"];
            };
        };
        responses: {
            200: components["responses"]["PlanAnswer"];
            default: components["responses"]["Error"];
        };
    };
    approvePromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Decision"];
        responses: {
            200: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    rejectPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Decision"];
        responses: {
            200: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    withdrawDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Reason"];
        responses: {
            200: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    abortPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Reason"];
        responses: {
            200: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    retryPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Reason"];
        responses: {
            200: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    getWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WarehouseDetail"];
            default: components["responses"]["Error"];
        };
    };
    refreshWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VerificationDetail"];
            default: components["responses"]["Error"];
        };
    };
    holdStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Hold"];
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    resumeStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Hold"];
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    verifyStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Reason"];
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    stopVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Reason"];
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getRollback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RollbackOptions"];
            default: components["responses"]["Error"];
        };
    };
    rollbackStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollbackAsk"];
            };
        };
        responses: {
            201: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    requestTargets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetsAsk"];
            };
        };
        responses: {
            201: components["responses"]["TargetAnswers"];
            default: components["responses"]["Error"];
        };
    };
    getRollouts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RolloutList"];
            default: components["responses"]["Error"];
        };
    };
    actOnRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutAsk"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getCommits: {
        parameters: {
            query: {
                /** @description Name or alias of the freight to compare with; absent: the one that the warehouse found before it. */
                from?: string;
                /** @description Name or alias of freight. */
                to: string;
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Commits"];
            default: components["responses"]["Error"];
        };
    };
    getDrift: {
        parameters: {
            query?: {
                /** @description Only this stage; absent: every stage that holds something. */
                stage?: string;
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DriftReport"];
            default: components["responses"]["Error"];
        };
    };
    getHistory: {
        parameters: {
            query?: {
                before?: number;
                limit?: components["parameters"]["limit"];
                subject?: string;
                /** @description Only decisions about this stage and promotions into it. */
                stage?: string;
                /** @description decisions leaves out what happens inside a promotion: steps, pins, plans. */
                level?: "all" | "decisions";
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HistoryPage"];
            default: components["responses"]["Error"];
        };
    };
    getLedger: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["LedgerPage"];
            default: components["responses"]["Error"];
        };
    };
    verifyLedger: {
        parameters: {
            query: {
                project: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["LedgerVerdict"];
            default: components["responses"]["Error"];
        };
    };
    breakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GlassAsk"];
            };
        };
        responses: {
            200: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    closeReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Quarantine"];
        responses: {
            /** @description The review as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    answerStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
                /** @description Index of the step, from 0. */
                step: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerAsk"];
            };
        };
        responses: {
            200: components["responses"]["Promotion"];
            default: components["responses"]["Error"];
        };
    };
    getDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first; ended ones are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegations"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    delegate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationAsk"];
            };
        };
        responses: {
            /** @description The delegation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    endDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Reason"];
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getWaiting: {
        parameters: {
            query?: {
                after?: components["parameters"]["after"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Waiting"];
            default: components["responses"]["Error"];
        };
    };
    whatIf: {
        parameters: {
            query: {
                /** @description Name (40 hex) or alias. */
                freight: string;
                /** @description ISO 8601; absent: now. */
                at?: string;
            };
            header?: never;
            path: {
                project: components["parameters"]["project"];
                stage: components["parameters"]["stage"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["GateAnswer"];
            default: components["responses"]["Error"];
        };
    };
    reportTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: components["parameters"]["project"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestAsk"];
            };
        };
        responses: {
            200: components["responses"]["Freight"];
            default: components["responses"]["Error"];
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                /** @description Absent: what is said beyond projects. */
                project?: components["parameters"]["anyProject"];
                /** @description ISO 8601; absent: now. */
                from?: string;
                /** @description ISO 8601, at most 400 days later; absent: 31 days later. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Calendar"];
            default: components["responses"]["Error"];
        };
    };
    exportCalendar: {
        parameters: {
            query?: {
                /** @description Absent: what is said beyond projects. */
                project?: components["parameters"]["anyProject"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    setWindow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WindowAsk"];
            };
        };
        responses: {
            201: components["responses"]["Window"];
            default: components["responses"]["Error"];
        };
    };
    importWindows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportAsk"];
            };
        };
        responses: {
            201: components["responses"]["Imported"];
            default: components["responses"]["Error"];
        };
    };
    endWindow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAsk"];
            };
        };
        responses: {
            200: components["responses"]["Window"];
            default: components["responses"]["Error"];
        };
    };
    setLock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockAsk"];
            };
        };
        responses: {
            201: components["responses"]["Lock"];
            default: components["responses"]["Error"];
        };
    };
    releaseLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseAsk"];
            };
        };
        responses: {
            200: components["responses"]["Lock"];
            default: components["responses"]["Error"];
        };
    };
}
