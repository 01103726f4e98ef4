// Generated from plugins/stevedore-backend/src/schema/openapi.yaml by scripts/generate-schema.mjs. Do not edit.
/* eslint-disable */
export const spec = {
 "openapi": "3.1.0",
 "info": {
  "title": "stevedore",
  "version": "1",
  "description": "Promotion of freight through the stages of a pipeline.",
  "license": {
   "name": "Apache-2.0",
   "url": "http://www.apache.org/licenses/LICENSE-2.0.html"
  }
 },
 "servers": [
  {
   "url": "/"
  }
 ],
 "paths": {
  "/pipelines": {
   "get": {
    "operationId": "listPipelines",
    "summary": "Every pipeline that the caller may read, those where something waits longest first",
    "parameters": [
     {
      "$ref": "#/components/parameters/after"
     },
     {
      "$ref": "#/components/parameters/limit"
     },
     {
      "name": "search",
      "in": "query",
      "description": "Part of the component's name.",
      "schema": {
       "type": "string",
       "maxLength": 200
      }
     },
     {
      "name": "mine",
      "in": "query",
      "description": "Only components that the caller owns.",
      "schema": {
       "type": "string",
       "enum": [
        "true"
       ]
      }
     },
     {
      "name": "waiting",
      "in": "query",
      "description": "Only those in which something waits.",
      "schema": {
       "type": "string",
       "enum": [
        "true"
       ]
      }
     }
    ],
    "responses": {
     "200": {
      "description": "A page may hold fewer than asked for and still have a next",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/PipelinePage"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/unmapped": {
   "get": {
    "operationId": "listUnmapped",
    "summary": "Projects of clusters that a Kargo runs and no component shows, by the platform's rules",
    "responses": {
     "200": {
      "description": "Those of clusters that rules are about",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/UnmappedProjects"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/pipelines/{kind}/{namespace}/{name}": {
   "get": {
    "operationId": "getPipeline",
    "summary": "Everything for the first paint of the page of one entity",
    "parameters": [
     {
      "name": "kind",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "namespace",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/name"
     },
     {
      "$ref": "#/components/parameters/limit"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Pipeline"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/freight": {
   "get": {
    "operationId": "listFreight",
    "summary": "Freight with the state of every cell, newest first",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/after"
     },
     {
      "$ref": "#/components/parameters/limit"
     },
     {
      "name": "warehouse",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "search",
      "in": "query",
      "schema": {
       "type": "string",
       "maxLength": 200
      }
     },
     {
      "name": "notIn",
      "in": "query",
      "description": "Only freight that is not in this stage and never was.",
      "schema": {
       "type": "string"
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/FreightPage"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   },
   "post": {
    "operationId": "createFreight",
    "summary": "Puts freight together by hand, one version for each subscription of a warehouse",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/FreightAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "$ref": "#/components/responses/Freight"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/freight/{name}/alias": {
   "post": {
    "operationId": "changeAlias",
    "summary": "Gives freight another alias",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/AliasAsk"
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Freight"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/freight/{name}/waive": {
   "post": {
    "operationId": "waiveFreight",
    "summary": "Lets freight past verification and soak into one stage",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/WaiverAsk"
       }
      }
     }
    },
    "responses": {
     "204": {
      "description": "done"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/freight/{name}/quarantine": {
   "post": {
    "operationId": "quarantineFreight",
    "summary": "Marks freight as bad: no stage takes it",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Quarantine"
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Freight"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/freight/{name}/lift": {
   "post": {
    "operationId": "liftQuarantine",
    "summary": "Lifts the quarantine of freight",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Quarantine"
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Freight"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions": {
   "get": {
    "operationId": "listPromotions",
    "summary": "Promotions, newest first",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/after"
     },
     {
      "$ref": "#/components/parameters/limit"
     },
     {
      "name": "stage",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "freight",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "phase",
      "in": "query",
      "schema": {
       "$ref": "#/components/schemas/PromotionPhase"
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/PromotionPage"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   },
   "post": {
    "operationId": "requestPromotion",
    "summary": "Asks for freight in a stage; waits for people where the policy wants them, otherwise queues",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/PromotionAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}": {
   "get": {
    "operationId": "getPromotion",
    "summary": "One promotion with steps, approvals and its plan",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/PromotionDetail"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/logs": {
   "get": {
    "operationId": "getPromotionLogs",
    "summary": "Log lines, oldest first",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     },
     {
      "$ref": "#/components/parameters/after"
     },
     {
      "name": "limit",
      "in": "query",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "maximum": 1000
      }
     },
     {
      "name": "step",
      "in": "query",
      "description": "Only lines of the step with this alias.",
      "schema": {
       "type": "string"
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/LogPage"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/plans": {
   "post": {
    "operationId": "planPromotion",
    "summary": "What promoting would do; a request adopts the plan by its promotion name",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/PlanAsk"
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/PlanAnswer"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/approve": {
   "post": {
    "operationId": "approvePromotion",
    "summary": "Approves the plan with this digest",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Decision"
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/reject": {
   "post": {
    "operationId": "rejectPromotion",
    "summary": "Rejects the plan with this digest",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Decision"
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/withdraw": {
   "post": {
    "operationId": "withdrawDecision",
    "summary": "Takes one's own decision back",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Reason"
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/abort": {
   "post": {
    "operationId": "abortPromotion",
    "summary": "Ends a promotion that is not done",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Reason"
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/retry": {
   "post": {
    "operationId": "retryPromotion",
    "summary": "Attempts the step that asks again, or requests the same anew",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Reason"
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/warehouses/{name}": {
   "get": {
    "operationId": "getWarehouse",
    "summary": "What a warehouse found the last time, best first, and how it is",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/WarehouseDetail"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/warehouses/{name}/refresh": {
   "post": {
    "operationId": "refreshWarehouse",
    "summary": "Looks for new versions now",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "responses": {
     "202": {
      "description": "accepted"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/verification": {
   "get": {
    "operationId": "getVerification",
    "summary": "What the metrics of a stage's verification measured, by metric",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/VerificationDetail"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/hold": {
   "post": {
    "operationId": "holdStage",
    "summary": "Stops auto-promotion of one origin into the stage",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Hold"
    },
    "responses": {
     "204": {
      "description": "done"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/resume": {
   "post": {
    "operationId": "resumeStage",
    "summary": "Lets auto-promotion of one origin go on",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Hold"
    },
    "responses": {
     "204": {
      "description": "done"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/verify": {
   "post": {
    "operationId": "verifyStage",
    "summary": "Verifies what the stage holds once more",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Reason"
    },
    "responses": {
     "204": {
      "description": "done"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/stop-verification": {
   "post": {
    "operationId": "stopVerification",
    "summary": "Ends a running verification; it counts as failed",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Reason"
    },
    "responses": {
     "204": {
      "description": "done"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/rollback": {
   "get": {
    "operationId": "getRollback",
    "summary": "What the stage could go back to, by origin, and why not where it cannot",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/RollbackOptions"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   },
   "post": {
    "operationId": "rollbackStage",
    "summary": "Takes the stage back to freight that was there before, and holds auto-promotion",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/RollbackAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/targets": {
   "post": {
    "operationId": "requestTargets",
    "summary": "Asks for freight in the targets of a stage that do not hold it; one that refuses keeps back none of the others",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/TargetsAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "$ref": "#/components/responses/TargetAnswers"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/rollouts": {
   "get": {
    "operationId": "getRollouts",
    "summary": "Progressive deliveries of the stage in its clusters, as they are now",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/RolloutList"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   },
   "post": {
    "operationId": "actOnRollout",
    "summary": "Promotes, pauses, resumes, aborts or retries one of them",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/RolloutAsk"
       }
      }
     }
    },
    "responses": {
     "204": {
      "description": "done"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/commits": {
   "get": {
    "operationId": "getCommits",
    "summary": "The commits between two freight, by repository",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "name": "from",
      "in": "query",
      "description": "Name or alias of the freight to compare with; absent: the one that the warehouse found before it.",
      "schema": {
       "type": "string",
       "minLength": 1
      }
     },
     {
      "name": "to",
      "in": "query",
      "required": true,
      "description": "Name or alias of freight.",
      "schema": {
       "type": "string",
       "minLength": 1
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Commits"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/drift": {
   "get": {
    "operationId": "getDrift",
    "summary": "What was promoted, what Git says now and what runs, by stage",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "name": "stage",
      "in": "query",
      "description": "Only this stage; absent: every stage that holds something.",
      "schema": {
       "type": "string",
       "minLength": 1
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/DriftReport"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/history": {
   "get": {
    "operationId": "getHistory",
    "summary": "Decisions, newest first",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "name": "before",
      "in": "query",
      "schema": {
       "type": "integer",
       "minimum": 1
      }
     },
     {
      "$ref": "#/components/parameters/limit"
     },
     {
      "name": "subject",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "stage",
      "in": "query",
      "description": "Only decisions about this stage and promotions into it.",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "level",
      "in": "query",
      "description": "decisions leaves out what happens inside a promotion: steps, pins, plans.",
      "schema": {
       "type": "string",
       "enum": [
        "all",
        "decisions"
       ]
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/HistoryPage"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/ledger": {
   "get": {
    "operationId": "getLedger",
    "summary": "Raw entries, oldest first, from which the chain can be verified elsewhere",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "name": "after",
      "in": "query",
      "schema": {
       "type": "integer",
       "minimum": 0
      }
     },
     {
      "name": "limit",
      "in": "query",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "maximum": 1000
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/LedgerPage"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/ledger/verify": {
   "get": {
    "operationId": "verifyLedger",
    "summary": "Verifies the hash chain of one project",
    "parameters": [
     {
      "name": "project",
      "in": "query",
      "required": true,
      "schema": {
       "type": "string"
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/LedgerVerdict"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/break-glass": {
   "post": {
    "operationId": "breakGlass",
    "summary": "Passes, in an emergency and with a reason, the approval rules that let the caller; a review follows",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/GlassAsk"
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/review": {
   "post": {
    "operationId": "closeReview",
    "summary": "Says what came of looking at what was passed in an emergency",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Quarantine"
    },
    "responses": {
     "200": {
      "description": "The review as it is now",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Review"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/promotions/{name}/steps/{step}/answer": {
   "post": {
    "operationId": "answerStep",
    "summary": "Answers what a running step asks people",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     },
     {
      "name": "step",
      "in": "path",
      "required": true,
      "description": "Index of the step, from 0.",
      "schema": {
       "type": "integer",
       "minimum": 0
      }
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/AnswerAsk"
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Promotion"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/delegations": {
   "get": {
    "operationId": "getDelegations",
    "summary": "Whom the caller lets decide, and for whom the caller decides",
    "responses": {
     "200": {
      "description": "Oldest first; ended ones are left out",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Delegations"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   },
   "post": {
    "operationId": "delegate",
    "summary": "Lets somebody else decide in the caller's name for a time",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/DelegationAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "description": "The delegation",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Delegation"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/delegations/{id}/end": {
   "post": {
    "operationId": "endDelegation",
    "summary": "Ends a delegation that the caller gave or got",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     }
    ],
    "requestBody": {
     "$ref": "#/components/requestBodies/Reason"
    },
    "responses": {
     "204": {
      "description": "done"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/waiting": {
   "get": {
    "operationId": "getWaiting",
    "summary": "Promotions that wait for the caller, in every project that the caller may read",
    "parameters": [
     {
      "$ref": "#/components/parameters/after"
     },
     {
      "$ref": "#/components/parameters/limit"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Waiting"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/stages/{stage}/gates": {
   "get": {
    "operationId": "whatIf",
    "summary": "What every gate says, or would say at a later moment, of any freight",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/stage"
     },
     {
      "name": "freight",
      "in": "query",
      "required": true,
      "description": "Name (40 hex) or alias.",
      "schema": {
       "type": "string",
       "minLength": 1
      }
     },
     {
      "name": "at",
      "in": "query",
      "allowReserved": true,
      "description": "ISO 8601; absent: now.",
      "schema": {
       "type": "string"
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/GateAnswer"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/projects/{project}/freight/{name}/tests": {
   "post": {
    "operationId": "reportTest",
    "summary": "Reports what a test found out about freight; the newest result of each test counts",
    "parameters": [
     {
      "$ref": "#/components/parameters/project"
     },
     {
      "$ref": "#/components/parameters/name"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/TestAsk"
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Freight"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/calendar": {
   "get": {
    "operationId": "getCalendar",
    "summary": "Windows with the times at which they are active, and locks, of a project or of the platform",
    "parameters": [
     {
      "$ref": "#/components/parameters/anyProject"
     },
     {
      "name": "from",
      "in": "query",
      "allowReserved": true,
      "description": "ISO 8601; absent: now.",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "to",
      "in": "query",
      "allowReserved": true,
      "description": "ISO 8601, at most 400 days later; absent: 31 days later.",
      "schema": {
       "type": "string"
      }
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Calendar"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/calendar.ics": {
   "get": {
    "operationId": "exportCalendar",
    "summary": "The windows of a project or of the platform as an iCalendar file",
    "parameters": [
     {
      "$ref": "#/components/parameters/anyProject"
     }
    ],
    "responses": {
     "200": {
      "description": "ok",
      "content": {
       "text/calendar": {
        "schema": {
         "type": "string"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/windows": {
   "post": {
    "operationId": "setWindow",
    "summary": "Opens or closes stages by the calendar, in one project or beyond",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/WindowAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "$ref": "#/components/responses/Window"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/windows/import": {
   "post": {
    "operationId": "importWindows",
    "summary": "Sets a window for each event of an iCalendar file",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ImportAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "$ref": "#/components/responses/Imported"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/windows/{id}/end": {
   "post": {
    "operationId": "endWindow",
    "summary": "Ends a window that somebody set; what waits for that goes",
    "parameters": [
     {
      "$ref": "#/components/parameters/id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/EndAsk"
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Window"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/locks": {
   "post": {
    "operationId": "setLock",
    "summary": "Stops the line, in one project or beyond",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/LockAsk"
       }
      }
     }
    },
    "responses": {
     "201": {
      "$ref": "#/components/responses/Lock"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  },
  "/locks/{id}/release": {
   "post": {
    "operationId": "releaseLock",
    "summary": "Releases one lock; asks what becomes of the promotions that wait behind it",
    "parameters": [
     {
      "$ref": "#/components/parameters/id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ReleaseAsk"
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Lock"
     },
     "default": {
      "$ref": "#/components/responses/Error"
     }
    }
   }
  }
 },
 "components": {
  "parameters": {
   "id": {
    "name": "id",
    "in": "path",
    "required": true,
    "schema": {
     "type": "string"
    }
   },
   "anyProject": {
    "name": "project",
    "in": "query",
    "description": "Absent: what is said beyond projects.",
    "schema": {
     "type": "string"
    }
   },
   "project": {
    "name": "project",
    "in": "path",
    "required": true,
    "schema": {
     "type": "string"
    }
   },
   "name": {
    "name": "name",
    "in": "path",
    "required": true,
    "schema": {
     "type": "string"
    }
   },
   "stage": {
    "name": "stage",
    "in": "path",
    "required": true,
    "schema": {
     "type": "string"
    }
   },
   "after": {
    "name": "after",
    "in": "query",
    "schema": {
     "type": "string"
    }
   },
   "limit": {
    "name": "limit",
    "in": "query",
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 100
    }
   }
  },
  "requestBodies": {
   "Decision": {
    "required": true,
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Decision"
      }
     }
    }
   },
   "Reason": {
    "required": false,
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Reason"
      }
     }
    }
   },
   "Quarantine": {
    "required": true,
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/QuarantineAsk"
      }
     }
    }
   },
   "Hold": {
    "required": true,
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/HoldAsk"
      }
     }
    }
   }
  },
  "responses": {
   "TargetAnswers": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/TargetAnswers"
      }
     }
    }
   },
   "RolloutList": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/RolloutList"
      }
     }
    }
   },
   "GateAnswer": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/GateAnswer"
      }
     }
    }
   },
   "Calendar": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Calendar"
      }
     }
    }
   },
   "Window": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Window"
      }
     }
    }
   },
   "Imported": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Imported"
      }
     }
    }
   },
   "Lock": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Lock"
      }
     }
    }
   },
   "Error": {
    "description": "what went wrong",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorResponse"
      }
     }
    }
   },
   "Pipeline": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Pipeline"
      }
     }
    }
   },
   "FreightPage": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/FreightPage"
      }
     }
    }
   },
   "Freight": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/FreightSummary"
      }
     }
    }
   },
   "WarehouseDetail": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/WarehouseDetail"
      }
     }
    }
   },
   "VerificationDetail": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/VerificationDetail"
      }
     }
    }
   },
   "Commits": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/CommitsAnswer"
      }
     }
    }
   },
   "DriftReport": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/DriftReport"
      }
     }
    }
   },
   "RollbackOptions": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/RollbackOptions"
      }
     }
    }
   },
   "PromotionPage": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/PromotionPage"
      }
     }
    }
   },
   "Promotion": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Promotion"
      }
     }
    }
   },
   "PromotionDetail": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/PromotionDetail"
      }
     }
    }
   },
   "LogPage": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/LogPage"
      }
     }
    }
   },
   "PlanAnswer": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/PlanAnswer"
      }
     }
    }
   },
   "HistoryPage": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/HistoryPage"
      }
     }
    }
   },
   "LedgerPage": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/LedgerPage"
      }
     }
    }
   },
   "LedgerVerdict": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/LedgerVerdict"
      }
     }
    }
   },
   "Waiting": {
    "description": "ok",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Waiting"
      }
     }
    }
   }
  },
  "schemas": {
   "GateAnswer": {
    "type": "object",
    "required": [
     "stage",
     "freight",
     "at",
     "open",
     "sentence",
     "gates"
    ],
    "properties": {
     "stage": {
      "type": "string"
     },
     "freight": {
      "type": "string",
      "description": "Name (40 hex)."
     },
     "at": {
      "type": "string"
     },
     "open": {
      "type": "boolean",
      "description": "Nothing would keep it out."
     },
     "sentence": {
      "type": "string"
     },
     "clearsAt": {
      "type": "string"
     },
     "gates": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/GateVerdict"
      }
     }
    }
   },
   "TestAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "outcome"
    ],
    "properties": {
     "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 63
     },
     "outcome": {
      "type": "string",
      "enum": [
       "passed",
       "failed"
      ]
     },
     "stage": {
      "type": "string",
      "description": "Where it was run."
     },
     "link": {
      "type": "string",
      "maxLength": 2000
     },
     "message": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "LockAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "blocks",
     "reason"
    ],
    "properties": {
     "blocks": {
      "type": "string",
      "enum": [
       "all",
       "automatic"
      ],
      "description": "Every promotion, rollbacks included, or only what a policy promotes."
     },
     "until": {
      "type": "string",
      "description": "ISO 8601; absent: until it is released."
     },
     "project": {
      "type": "string",
      "description": "Absent: beyond projects."
     },
     "stages": {
      "type": "string",
      "description": "Names of stages: exact, glob:… or regex:…; absent: all."
     },
     "labels": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Labels that the stages have to have."
     },
     "entities": {
      "type": "array",
      "items": {
       "type": "string",
       "minLength": 1
      },
      "description": "Components, systems and domains by entity ref; only beyond projects."
     },
     "filter": {
      "type": "object",
      "additionalProperties": true,
      "description": "Filter predicate on components; only beyond projects."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "link": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "ReleaseAsk": {
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "project": {
      "type": "string",
      "description": "As it was set: absent beyond projects."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "queue": {
      "type": "string",
      "enum": [
       "release",
       "drop"
      ],
      "description": "What becomes of promotions that wait behind it: they go, or are given up. Asked for when there are any."
     }
    }
   },
   "EndAsk": {
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "project": {
      "type": "string",
      "description": "As it was set: absent beyond projects."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "WindowAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kind",
     "start",
     "end",
     "reason"
    ],
    "properties": {
     "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     },
     "kind": {
      "type": "string",
      "enum": [
       "Allow",
       "Deny"
      ]
     },
     "start": {
      "type": "string",
      "description": "ISO 8601, or as iCalendar and Kargo write it (TZID=Europe/Berlin:20260101T090000)."
     },
     "end": {
      "type": "string"
     },
     "zone": {
      "type": "string",
      "description": "IANA name; the window follows the clock of this zone. Absent: UTC."
     },
     "rrule": {
      "type": "string",
      "description": "RFC 5545, 3.3.10; absent: once."
     },
     "rollbacks": {
      "type": "boolean",
      "description": "It holds back rollbacks, too."
     },
     "project": {
      "type": "string",
      "description": "Absent: beyond projects."
     },
     "stages": {
      "type": "string",
      "description": "Names of stages: exact, glob:… or regex:…; absent: all."
     },
     "labels": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Labels that the stages have to have."
     },
     "entities": {
      "type": "array",
      "items": {
       "type": "string",
       "minLength": 1
      },
      "description": "Components, systems and domains by entity ref; only beyond projects."
     },
     "filter": {
      "type": "object",
      "additionalProperties": true,
      "description": "Filter predicate on components; only beyond projects."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "link": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "ImportAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "calendar",
     "reason"
    ],
    "properties": {
     "calendar": {
      "type": "string",
      "maxLength": 1000000,
      "description": "Text of an iCalendar file."
     },
     "kind": {
      "type": "string",
      "enum": [
       "Allow",
       "Deny"
      ],
      "description": "Default: Deny."
     },
     "zone": {
      "type": "string",
      "description": "Of days and times without a zone."
     },
     "rollbacks": {
      "type": "boolean"
     },
     "project": {
      "type": "string",
      "description": "Absent: beyond projects."
     },
     "stages": {
      "type": "string",
      "description": "Names of stages: exact, glob:… or regex:…; absent: all."
     },
     "labels": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Labels that the stages have to have."
     },
     "entities": {
      "type": "array",
      "items": {
       "type": "string",
       "minLength": 1
      },
      "description": "Components, systems and domains by entity ref; only beyond projects."
     },
     "filter": {
      "type": "object",
      "additionalProperties": true,
      "description": "Filter predicate on components; only beyond projects."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "link": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "Imported": {
    "type": "object",
    "required": [
     "windows",
     "skipped"
    ],
    "properties": {
     "windows": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Window"
      }
     },
     "skipped": {
      "type": "array",
      "description": "Events that windows cannot say.",
      "items": {
       "type": "object",
       "required": [
        "name",
        "why"
       ],
       "properties": {
        "name": {
         "type": "string"
        },
        "why": {
         "type": "string"
        }
       }
      }
     }
    }
   },
   "Window": {
    "type": "object",
    "required": [
     "name",
     "kind",
     "source",
     "start",
     "end",
     "times",
     "scope",
     "sentence"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Of one that somebody set."
     },
     "name": {
      "type": "string"
     },
     "kind": {
      "type": "string",
      "enum": [
       "Allow",
       "Deny"
      ]
     },
     "source": {
      "type": "string",
      "enum": [
       "definition",
       "platform",
       "person"
      ]
     },
     "start": {
      "type": "string",
      "description": "As windows keep it."
     },
     "end": {
      "type": "string"
     },
     "rrule": {
      "type": "string"
     },
     "rollbacks": {
      "type": "boolean"
     },
     "project": {
      "type": "string",
      "description": "Absent: beyond projects."
     },
     "scope": {
      "type": "string",
      "description": "Where it counts, in words."
     },
     "stages": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Stages of the project that it concerns."
     },
     "by": {
      "type": "string",
      "description": "Who set it or where it stands."
     },
     "at": {
      "type": "string"
     },
     "reason": {
      "type": "string"
     },
     "link": {
      "type": "string"
     },
     "sentence": {
      "type": "string"
     },
     "active": {
      "type": "boolean",
      "description": "It is active now."
     },
     "times": {
      "type": "array",
      "description": "When it is active in the time asked for, at most 400.",
      "items": {
       "type": "object",
       "required": [
        "start",
        "end"
       ],
       "properties": {
        "start": {
         "type": "string"
        },
        "end": {
         "type": "string"
        }
       }
      }
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller cannot end it."
     }
    }
   },
   "Lock": {
    "type": "object",
    "required": [
     "id",
     "blocks",
     "actor",
     "at",
     "reason",
     "scope",
     "sentence"
    ],
    "properties": {
     "id": {
      "type": "string"
     },
     "blocks": {
      "type": "string",
      "enum": [
       "all",
       "automatic"
      ]
     },
     "actor": {
      "type": "string"
     },
     "at": {
      "type": "string"
     },
     "reason": {
      "type": "string"
     },
     "link": {
      "type": "string"
     },
     "until": {
      "type": "string"
     },
     "project": {
      "type": "string",
      "description": "Absent: beyond projects."
     },
     "scope": {
      "type": "string",
      "description": "Where it counts, in words."
     },
     "stages": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Stages of the project that it concerns."
     },
     "sentence": {
      "type": "string"
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller cannot release it."
     }
    }
   },
   "Calendar": {
    "type": "object",
    "required": [
     "from",
     "to",
     "windows",
     "locks",
     "whyNot"
    ],
    "properties": {
     "project": {
      "type": "string"
     },
     "from": {
      "type": "string"
     },
     "to": {
      "type": "string"
     },
     "windows": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Window"
      }
     },
     "locks": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Lock"
      }
     },
     "whyNot": {
      "$ref": "#/components/schemas/CalendarWhyNot"
     }
    }
   },
   "CalendarWhyNot": {
    "type": "object",
    "description": "Why the caller may not do this here; absent where the caller may.",
    "properties": {
     "lock": {
      "type": "string"
     },
     "freeze": {
      "type": "string"
     }
    }
   },
   "ErrorResponse": {
    "type": "object",
    "required": [
     "error",
     "response"
    ],
    "properties": {
     "error": {
      "type": "object",
      "required": [
       "name",
       "message"
      ],
      "properties": {
       "name": {
        "type": "string"
       },
       "message": {
        "type": "string"
       }
      }
     },
     "response": {
      "type": "object",
      "required": [
       "statusCode"
      ],
      "properties": {
       "statusCode": {
        "type": "integer"
       }
      }
     }
    }
   },
   "PromotionPhase": {
    "type": "string",
    "enum": [
     "Requested",
     "Pending",
     "Running",
     "Succeeded",
     "Failed",
     "Errored",
     "Aborted",
     "Rejected",
     "Superseded"
    ]
   },
   "PlanAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "stage",
     "freight"
    ],
    "properties": {
     "stage": {
      "type": "string",
      "minLength": 1
     },
     "freight": {
      "type": "string",
      "minLength": 1,
      "description": "Name (40 hex) or alias."
     },
     "inputs": {
      "type": "object",
      "maxProperties": 100,
      "additionalProperties": {
       "type": "string",
       "maxLength": 10000
      },
      "description": "What the stage asks for."
     },
     "rollback": {
      "type": "boolean",
      "description": "Plans going back to this freight instead of promoting it."
     }
    }
   },
   "RollbackAsk": {
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "freight": {
      "type": "string",
      "minLength": 1,
      "description": "Name (40 hex) or alias of what to go back to; absent: the last that was verified there."
     },
     "origin": {
      "type": "string",
      "description": "Origin key, for a stage that takes freight of several; absent: of what came last."
     },
     "inputs": {
      "type": "object",
      "maxProperties": 100,
      "additionalProperties": {
       "type": "string",
       "maxLength": 10000
      },
      "description": "What the stage asks for."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "plan": {
      "type": "string",
      "description": "Promotion name of a plan that was shown."
     },
     "quarantine": {
      "type": "boolean",
      "description": "Marks what is taken out as bad; needs a reason, and the permission to quarantine."
     }
    }
   },
   "CommitsAnswer": {
    "type": "object",
    "description": "`from` is what it is compared with; absent: nothing was found before it.",
    "required": [
     "sources",
     "unknown"
    ],
    "properties": {
     "from": {
      "$ref": "#/components/schemas/FreightSummary"
     },
     "sources": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SourceCommits"
      }
     },
     "unknown": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "For people: of which artifacts no commits are known, and why."
     }
    }
   },
   "SourceCommits": {
    "type": "object",
    "description": "What lies between two commits of one repository.",
    "required": [
     "repoURL",
     "newer",
     "coming",
     "going"
    ],
    "properties": {
     "repoURL": {
      "type": "string"
     },
     "newer": {
      "type": "string",
      "description": "Commit of the freight."
     },
     "older": {
      "type": "string",
      "description": "Commit of the freight to compare with; absent: it has none of this repository, and the newest commit alone is shown."
     },
     "url": {
      "type": "string",
      "description": "Where people see all of it."
     },
     "coming": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SourceCommit"
      },
      "description": "Newest first, at most 250."
     },
     "going": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SourceCommit"
      },
      "description": "What the other freight has and this one has not."
     },
     "more": {
      "type": "boolean",
      "description": "There are more than these."
     },
     "whyNot": {
      "type": "string",
      "description": "Why they cannot be read; then there are none."
     }
    }
   },
   "SourceCommit": {
    "type": "object",
    "required": [
     "id",
     "title",
     "author",
     "at",
     "tickets"
    ],
    "properties": {
     "id": {
      "type": "string"
     },
     "title": {
      "type": "string"
     },
     "author": {
      "type": "string",
      "description": "As the commit names them."
     },
     "user": {
      "type": "string",
      "description": "Who that is in the catalog."
     },
     "at": {
      "type": "string",
      "format": "date-time"
     },
     "url": {
      "type": "string",
      "description": "Where people see it."
     },
     "tickets": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "name",
        "url"
       ],
       "properties": {
        "name": {
         "type": "string"
        },
        "url": {
         "type": "string"
        }
       }
      }
     }
    }
   },
   "DriftReport": {
    "type": "object",
    "required": [
     "stages"
    ],
    "properties": {
     "stages": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/StageDrift"
      }
     }
    }
   },
   "StageDrift": {
    "type": "object",
    "required": [
     "stage",
     "promotion",
     "verdict",
     "rows"
    ],
    "properties": {
     "stage": {
      "type": "string"
     },
     "promotion": {
      "type": "string",
      "description": "The promotion that brought what the stage holds."
     },
     "obstacle": {
      "type": "string",
      "description": "Why nothing is compared now; then there are no rows."
     },
     "verdict": {
      "$ref": "#/components/schemas/DriftVerdict"
     },
     "rows": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/DriftRow"
      }
     }
    }
   },
   "DriftVerdict": {
    "type": "string",
    "description": "Of a stage, that of its worst row. What cannot be seen is unknown.",
    "enum": [
     "same",
     "gitDiffers",
     "clusterDiffers",
     "unknown"
    ]
   },
   "DriftRow": {
    "type": "object",
    "description": "One image, chart or commit of the freight, or one branch that the promotion wrote to.",
    "required": [
     "kind",
     "name",
     "promoted",
     "git",
     "running",
     "verdict",
     "sentence"
    ],
    "properties": {
     "kind": {
      "type": "string",
      "enum": [
       "image",
       "chart",
       "commit",
       "revision"
      ]
     },
     "name": {
      "type": "string"
     },
     "promoted": {
      "type": "string",
      "description": "Version, or short commit."
     },
     "git": {
      "$ref": "#/components/schemas/DriftSide"
     },
     "running": {
      "$ref": "#/components/schemas/DriftSide"
     },
     "verdict": {
      "$ref": "#/components/schemas/DriftVerdict"
     },
     "sentence": {
      "type": "string",
      "description": "For people."
     }
    }
   },
   "DriftSide": {
    "type": "object",
    "required": [
     "status"
    ],
    "properties": {
     "status": {
      "type": "string",
      "description": "none: there is nothing to look at.",
      "enum": [
       "same",
       "differs",
       "unknown",
       "none"
      ]
     },
     "value": {
      "type": "string",
      "description": "What it has, where that is known."
     }
    }
   },
   "RollbackOptions": {
    "type": "object",
    "required": [
     "stage",
     "options"
    ],
    "properties": {
     "stage": {
      "type": "string"
     },
     "options": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/RollbackOption"
      }
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller may not roll back here."
     },
     "whyNotQuarantine": {
      "type": "string",
      "description": "Why the caller may not quarantine what is taken out."
     }
    }
   },
   "RolloutActName": {
    "type": "string",
    "description": "As the kubectl plugin of Argo Rollouts has them; `resume` only takes a pause of a person away.",
    "enum": [
     "promote",
     "promote-full",
     "pause",
     "resume",
     "abort",
     "retry"
    ]
   },
   "RolloutAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "cluster",
     "namespace",
     "name",
     "act",
     "seen"
    ],
    "properties": {
     "cluster": {
      "type": "string",
      "minLength": 1
     },
     "namespace": {
      "type": "string",
      "minLength": 1
     },
     "name": {
      "type": "string",
      "minLength": 1
     },
     "act": {
      "$ref": "#/components/schemas/RolloutActName"
     },
     "seen": {
      "type": "string",
      "maxLength": 4000,
      "description": "`seen` of what was read; what has gone on meanwhile is left alone."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000,
      "description": "`promote-full` needs one: it passes checks."
     }
    }
   },
   "RolloutList": {
    "type": "object",
    "required": [
     "rollouts"
    ],
    "properties": {
     "rollouts": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Rollout"
      }
     }
    }
   },
   "Rollout": {
    "type": "object",
    "description": "A progressive delivery (Argo Rollouts). Without `strategy` it cannot be seen; `message` says why.",
    "required": [
     "cluster",
     "namespace",
     "name",
     "phase",
     "acts"
    ],
    "properties": {
     "cluster": {
      "type": "string"
     },
     "namespace": {
      "type": "string"
     },
     "name": {
      "type": "string"
     },
     "phase": {
      "type": "string",
      "enum": [
       "Healthy",
       "Progressing",
       "Paused",
       "Degraded",
       "Unknown"
      ]
     },
     "message": {
      "type": "string"
     },
     "strategy": {
      "type": "string",
      "enum": [
       "canary",
       "blueGreen"
      ]
     },
     "seen": {
      "type": "string",
      "description": "Goes with an act."
     },
     "canary": {
      "type": "object",
      "required": [
       "weight",
       "actual",
       "steps"
      ],
      "properties": {
       "weight": {
        "type": "number",
        "description": "Per cent that the steps ask for by now."
       },
       "actual": {
        "type": "number",
        "description": "Per cent of the traffic, or of the replicas, that is there."
       },
       "step": {
        "type": "integer",
        "description": "Index from 0 of what is being done; as many as there are steps: all are done."
       },
       "steps": {
        "type": "array",
        "items": {
         "type": "object",
         "required": [
          "name",
          "state"
         ],
         "properties": {
          "name": {
           "type": "string"
          },
          "state": {
           "type": "string",
           "enum": [
            "done",
            "current",
            "open"
           ]
          }
         }
        }
       }
      }
     },
     "blueGreen": {
      "type": "object",
      "required": [
       "active",
       "autoPromotion"
      ],
      "properties": {
       "active": {
        "type": "string",
        "description": "A service."
       },
       "preview": {
        "type": "string",
        "description": "A service."
       },
       "autoPromotion": {
        "type": "boolean"
       },
       "autoPromotionSeconds": {
        "type": "integer"
       }
      }
     },
     "stable": {
      "$ref": "#/components/schemas/RolloutRevision"
     },
     "next": {
      "$ref": "#/components/schemas/RolloutRevision"
     },
     "imagesUnknown": {
      "type": "string",
      "description": "Why, where they are not known."
     },
     "replicas": {
      "type": "object",
      "required": [
       "wanted",
       "updated",
       "available"
      ],
      "properties": {
       "wanted": {
        "type": "integer"
       },
       "updated": {
        "type": "integer"
       },
       "available": {
        "type": "integer"
       }
      }
     },
     "analyses": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "of",
        "name",
        "phase"
       ],
       "properties": {
        "of": {
         "type": "string",
         "enum": [
          "step",
          "background",
          "before the switch",
          "after the switch"
         ]
        },
        "name": {
         "type": "string"
        },
        "phase": {
         "type": "string"
        },
        "message": {
         "type": "string"
        }
       }
      }
     },
     "aborted": {
      "type": "boolean"
     },
     "paused": {
      "type": "object",
      "required": [
       "why"
      ],
      "properties": {
       "why": {
        "type": "string"
       },
       "since": {
        "type": "string"
       },
       "until": {
        "type": "string",
        "description": "Absent: until somebody does something."
       }
      }
     },
     "acts": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "act"
       ],
       "properties": {
        "act": {
         "$ref": "#/components/schemas/RolloutActName"
        },
        "whyNot": {
         "type": "string",
         "description": "Why the caller cannot do it now; absent: he can."
        }
       }
      }
     }
    }
   },
   "RolloutRevision": {
    "type": "object",
    "required": [
     "hash",
     "replicas"
    ],
    "properties": {
     "hash": {
      "type": "string",
      "description": "Of its pod template."
     },
     "number": {
      "type": "integer"
     },
     "images": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "replicas": {
      "type": "integer"
     }
    }
   },
   "RollbackOption": {
    "type": "object",
    "description": "Where a stage would go back to in one origin.",
    "required": [
     "origin",
     "earlierCount"
    ],
    "properties": {
     "origin": {
      "type": "string"
     },
     "out": {
      "$ref": "#/components/schemas/FreightSummary"
     },
     "to": {
      "$ref": "#/components/schemas/FreightSummary"
     },
     "verifiedAt": {
      "type": "string",
      "description": "When it was verified there the last time."
     },
     "earlierCount": {
      "type": "integer",
      "description": "How much of that origin was there before, verified or not."
     },
     "whyNot": {
      "type": "string",
      "description": "Why there is no way back by itself; earlier freight that was not verified may still be chosen."
     },
     "earlier": {
      "type": "array",
      "description": "What was there before, newest first; only where it is asked for.",
      "items": {
       "$ref": "#/components/schemas/EarlierFreight"
      }
     }
    }
   },
   "EarlierFreight": {
    "type": "object",
    "required": [
     "freight",
     "verified"
    ],
    "properties": {
     "freight": {
      "$ref": "#/components/schemas/FreightSummary"
     },
     "verified": {
      "type": "boolean",
      "description": "It was verified there."
     },
     "since": {
      "type": "string",
      "description": "When it came there the last time."
     },
     "whyNot": {
      "type": "string",
      "description": "Why nobody goes back to it."
     }
    }
   },
   "StageRollback": {
    "type": "object",
    "description": "The last rollback of a stage, or why its policy did not go back; there as long as it explains what the stage holds.",
    "required": [
     "sentence",
     "at"
    ],
    "properties": {
     "sentence": {
      "type": "string"
     },
     "at": {
      "type": "string"
     },
     "promotion": {
      "type": "string",
      "description": "Name of the rollback."
     }
    }
   },
   "PromotionRollback": {
    "type": "object",
    "description": "It takes the stage back.",
    "required": [
     "of",
     "out",
     "because",
     "badSince"
    ],
    "properties": {
     "of": {
      "type": "string",
      "description": "Name of the promotion that is undone."
     },
     "out": {
      "type": "string",
      "description": "Name of the freight that is taken out."
     },
     "because": {
      "type": "string",
      "enum": [
       "person",
       "promotion",
       "verification"
      ]
     },
     "badSince": {
      "type": "string",
      "description": "Since when the stage is known to be bad."
     },
     "restoredAt": {
      "type": "string",
      "description": "When the stage was verified good again."
     },
     "restoredAfterMs": {
      "type": "integer",
      "description": "The time to restore, from badSince."
     }
    }
   },
   "PromotionAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "stage",
     "freight"
    ],
    "properties": {
     "stage": {
      "type": "string",
      "minLength": 1
     },
     "freight": {
      "type": "string",
      "minLength": 1,
      "description": "Name (40 hex) or alias."
     },
     "inputs": {
      "type": "object",
      "maxProperties": 100,
      "additionalProperties": {
       "type": "string",
       "maxLength": 10000
      },
      "description": "What the stage asks for."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "plan": {
      "type": "string",
      "description": "Promotion name of a plan that was shown."
     }
    }
   },
   "TargetsAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "freight"
    ],
    "properties": {
     "freight": {
      "type": "string",
      "minLength": 1,
      "description": "Name (40 hex) or alias."
     },
     "targets": {
      "type": "array",
      "minItems": 1,
      "maxItems": 1000,
      "items": {
       "type": "string",
       "minLength": 1
      },
      "description": "Names of targets; absent: all that do not hold it."
     },
     "inputs": {
      "type": "object",
      "maxProperties": 100,
      "additionalProperties": {
       "type": "string",
       "maxLength": 10000
      },
      "description": "What the stage asks for."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "TargetAnswers": {
    "type": "object",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/TargetAnswer"
      }
     }
    }
   },
   "TargetAnswer": {
    "type": "object",
    "description": "What became of it in one target: a promotion, or why there is none.",
    "required": [
     "target",
     "stage"
    ],
    "properties": {
     "target": {
      "type": "string"
     },
     "stage": {
      "type": "string",
      "description": "The stage that stands for the target."
     },
     "promotion": {
      "$ref": "#/components/schemas/Promotion"
     },
     "why": {
      "type": "string"
     }
    }
   },
   "FreightAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "warehouse"
    ],
    "properties": {
     "warehouse": {
      "type": "string",
      "minLength": 1
     },
     "images": {
      "type": "array",
      "maxItems": 100,
      "items": {
       "type": "object",
       "additionalProperties": false,
       "required": [
        "repoURL",
        "tag"
       ],
       "properties": {
        "repoURL": {
         "type": "string",
         "minLength": 1
        },
        "tag": {
         "type": "string",
         "minLength": 1
        },
        "digest": {
         "type": "string",
         "description": "Needed only of what the warehouse did not find."
        }
       }
      }
     },
     "commits": {
      "type": "array",
      "maxItems": 100,
      "items": {
       "type": "object",
       "additionalProperties": false,
       "required": [
        "repoURL",
        "id"
       ],
       "properties": {
        "repoURL": {
         "type": "string",
         "minLength": 1
        },
        "id": {
         "type": "string",
         "minLength": 1
        },
        "tag": {
         "type": "string"
        }
       }
      }
     },
     "charts": {
      "type": "array",
      "maxItems": 100,
      "items": {
       "type": "object",
       "additionalProperties": false,
       "required": [
        "repoURL",
        "version"
       ],
       "properties": {
        "repoURL": {
         "type": "string",
         "minLength": 1
        },
        "name": {
         "type": "string"
        },
        "version": {
         "type": "string",
         "minLength": 1
        }
       }
      }
     },
     "cloneOf": {
      "type": "string",
      "minLength": 1,
      "description": "Name or alias of freight that the rest is taken from."
     },
     "alias": {
      "type": "string",
      "minLength": 1,
      "maxLength": 63
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "AliasAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "alias"
    ],
    "properties": {
     "alias": {
      "type": "string",
      "minLength": 1,
      "maxLength": 63
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "WaiverAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "stage",
     "reason"
    ],
    "properties": {
     "stage": {
      "type": "string",
      "minLength": 1
     },
     "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 2000
     }
    }
   },
   "QuarantineAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "reason"
    ],
    "properties": {
     "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 2000
     }
    }
   },
   "Mark": {
    "type": "object",
    "description": "What a person said about freight, and why.",
    "required": [
     "at",
     "actor",
     "reason"
    ],
    "properties": {
     "at": {
      "type": "string"
     },
     "actor": {
      "type": "string"
     },
     "reason": {
      "type": "string"
     }
    }
   },
   "Decision": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "digest"
    ],
    "properties": {
     "digest": {
      "type": "string",
      "minLength": 1
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "onBehalfOf": {
      "type": "string",
      "description": "User entity ref of who delegated the decision; absent: in the own name where the policy has it."
     }
    }
   },
   "Reason": {
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "reason": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "HoldAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "origin"
    ],
    "properties": {
     "origin": {
      "type": "string",
      "description": "Origin key, e.g. `Warehouse/web`."
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     }
    }
   },
   "Problem": {
    "type": "object",
    "required": [
     "severity",
     "message",
     "cure"
    ],
    "properties": {
     "severity": {
      "type": "string",
      "enum": [
       "error",
       "warning"
      ]
     },
     "message": {
      "type": "string"
     },
     "cure": {
      "type": "string"
     },
     "file": {
      "type": "string"
     },
     "line": {
      "type": "integer"
     },
     "column": {
      "type": "integer"
     },
     "object": {
      "type": "string"
     },
     "field": {
      "type": "string"
     }
    }
   },
   "GateVerdict": {
    "type": "object",
    "required": [
     "gate",
     "status",
     "sentence",
     "clearedBy"
    ],
    "properties": {
     "gate": {
      "type": "string"
     },
     "status": {
      "type": "string",
      "enum": [
       "pass",
       "waiting",
       "blocked",
       "unknown"
      ]
     },
     "sentence": {
      "type": "string"
     },
     "clearedBy": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "clearsAt": {
      "type": "string"
     },
     "evidence": {
      "type": "object",
      "additionalProperties": true,
      "description": "What the verdict rests on; only with a plan."
     }
    }
   },
   "CellState": {
    "type": "string",
    "enum": [
     "here",
     "was",
     "verified",
     "soaking",
     "eligible",
     "waitsForApproval",
     "queued",
     "promoting",
     "failed",
     "blocked",
     "quarantined",
     "notOnItsWay"
    ]
   },
   "Count": {
    "type": "object",
    "required": [
     "done",
     "of"
    ],
    "properties": {
     "done": {
      "type": "integer"
     },
     "of": {
      "type": "integer"
     }
    }
   },
   "Cell": {
    "type": "object",
    "required": [
     "stage",
     "state",
     "sentence",
     "mayEnter"
    ],
    "properties": {
     "stage": {
      "type": "string"
     },
     "state": {
      "$ref": "#/components/schemas/CellState"
     },
     "sentence": {
      "type": "string",
      "description": "The first reason, in words."
     },
     "mayEnter": {
      "type": "boolean",
      "description": "All gates are open."
     },
     "queues": {
      "type": "string",
      "description": "What a request would wait for in the queue, e.g. until the freeze ends at 2027-01-04 00:00 UTC; absent when it would go at once."
     },
     "mayWaive": {
      "type": "boolean",
      "description": "Verification or soak keeps it out, and a waiver would let it past them."
     },
     "waived": {
      "$ref": "#/components/schemas/Mark"
     },
     "verified": {
      "type": "boolean"
     },
     "since": {
      "type": "string"
     },
     "clearsAt": {
      "type": "string"
     },
     "promotion": {
      "type": "string"
     },
     "count": {
      "$ref": "#/components/schemas/Count"
     },
     "gates": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/GateVerdict"
      },
      "description": "Those that do not pass."
     }
    }
   },
   "Version": {
    "type": "object",
    "required": [
     "kind",
     "source",
     "version"
    ],
    "properties": {
     "kind": {
      "type": "string",
      "enum": [
       "image",
       "commit",
       "chart",
       "artifact"
      ]
     },
     "source": {
      "type": "string"
     },
     "version": {
      "type": "string"
     },
     "digest": {
      "type": "string"
     },
     "message": {
      "type": "string"
     },
     "author": {
      "type": "string"
     }
    }
   },
   "FreightSummary": {
    "type": "object",
    "required": [
     "name",
     "origin",
     "versions"
    ],
    "properties": {
     "name": {
      "type": "string"
     },
     "alias": {
      "type": "string"
     },
     "quarantine": {
      "$ref": "#/components/schemas/Mark"
     },
     "origin": {
      "type": "string"
     },
     "versions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Version"
      }
     }
    }
   },
   "Freight": {
    "type": "object",
    "required": [
     "name",
     "alias",
     "origin",
     "versions",
     "discoveredAt",
     "createdBy",
     "cells"
    ],
    "properties": {
     "name": {
      "type": "string"
     },
     "alias": {
      "type": "string"
     },
     "quarantine": {
      "$ref": "#/components/schemas/Mark"
     },
     "origin": {
      "type": "string"
     },
     "versions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Version"
      }
     },
     "discoveredAt": {
      "type": "string"
     },
     "createdBy": {
      "type": "string"
     },
     "cells": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Cell"
      }
     }
    }
   },
   "FreightPage": {
    "type": "object",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Freight"
      }
     },
     "next": {
      "type": "string"
     }
    }
   },
   "HealthCheck": {
    "type": "object",
    "required": [
     "step",
     "status",
     "issues",
     "links"
    ],
    "properties": {
     "step": {
      "type": "string",
      "description": "The step that did it by its name or kind."
     },
     "status": {
      "type": "string",
      "enum": [
       "Healthy",
       "NotApplicable",
       "Progressing",
       "Unknown",
       "Unhealthy"
      ]
     },
     "issues": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "links": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Link"
      }
     }
    }
   },
   "Verification": {
    "type": "object",
    "required": [
     "phase",
     "startedAt"
    ],
    "properties": {
     "id": {
      "type": "string"
     },
     "phase": {
      "type": "string"
     },
     "startedAt": {
      "type": "string"
     },
     "finishedAt": {
      "type": "string"
     },
     "message": {
      "type": "string"
     },
     "whyNotAgain": {
      "type": "string",
      "description": "Why it cannot be repeated now; absent when it can."
     },
     "whyNotStop": {
      "type": "string",
      "description": "Why it cannot be stopped now; absent when it can."
     }
    }
   },
   "Hold": {
    "type": "object",
    "required": [
     "origin",
     "actor",
     "at"
    ],
    "properties": {
     "origin": {
      "type": "string"
     },
     "actor": {
      "type": "string"
     },
     "at": {
      "type": "string"
     },
     "reason": {
      "type": "string"
     },
     "freight": {
      "type": "string"
     },
     "promotion": {
      "type": "string"
     }
    }
   },
   "Edge": {
    "type": "object",
    "required": [
     "from",
     "kind",
     "requiredSoakMs"
    ],
    "properties": {
     "from": {
      "type": "string"
     },
     "kind": {
      "type": "string",
      "enum": [
       "warehouse",
       "stage"
      ]
     },
     "origin": {
      "type": "string"
     },
     "requiredSoakMs": {
      "type": "integer"
     }
    }
   },
   "Stage": {
    "type": "object",
    "required": [
     "name",
     "edges",
     "autoPromotion",
     "controlFlow",
     "health",
     "here",
     "holds",
     "queued"
    ],
    "properties": {
     "name": {
      "type": "string"
     },
     "edges": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Edge"
      }
     },
     "autoPromotion": {
      "type": "boolean"
     },
     "controlFlow": {
      "type": "boolean",
      "description": "Has no steps: only passes freight on."
     },
     "targets": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Names of the stages that stand for its targets; it only gathers what all of them have verified."
     },
     "target": {
      "type": "object",
      "required": [
       "stage",
       "name"
      ],
      "description": "It stands for one target of a Stage.",
      "properties": {
       "stage": {
        "type": "string"
       },
       "name": {
        "type": "string"
       }
      }
     },
     "health": {
      "type": "string",
      "enum": [
       "healthy",
       "verifying",
       "progressing",
       "unhealthy",
       "unseen",
       "promoting",
       "empty",
       "unknown"
      ]
     },
     "checks": {
      "type": "array",
      "description": "What the last promotion did and is watched since; absent where nothing is.",
      "items": {
       "$ref": "#/components/schemas/HealthCheck"
      }
     },
     "here": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/FreightSummary"
      }
     },
     "since": {
      "type": "string"
     },
     "promotedBy": {
      "type": "string"
     },
     "verification": {
      "$ref": "#/components/schemas/Verification"
     },
     "holds": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Hold"
      }
     },
     "current": {
      "$ref": "#/components/schemas/Promotion"
     },
     "queued": {
      "type": "integer"
     },
     "last": {
      "$ref": "#/components/schemas/LastPromotion"
     },
     "inputs": {
      "type": "array",
      "description": "What a person gives along with a promotion, by name; a text, or one of the choices.",
      "items": {
       "type": "object",
       "required": [
        "name"
       ],
       "properties": {
        "name": {
         "type": "string"
        },
        "choices": {
         "type": "array",
         "items": {
          "type": "string"
         }
        }
       }
      }
     },
     "rollbacks": {
      "type": "array",
      "description": "Where it would go back to, by origin.",
      "items": {
       "$ref": "#/components/schemas/RollbackOption"
      }
     },
     "rollback": {
      "$ref": "#/components/schemas/StageRollback"
     },
     "gates": {
      "type": "array",
      "description": "What keeps anything from entering now, whatever the freight; empty where nothing does.",
      "items": {
       "$ref": "#/components/schemas/GateVerdict"
      }
     },
     "queue": {
      "type": "string",
      "description": "How what waits for the stage goes, in words."
     },
     "whyNot": {
      "$ref": "#/components/schemas/StageWhyNot"
     }
    }
   },
   "StageWhyNot": {
    "type": "object",
    "description": "Why the caller may not do this here, in a sentence; absent where the caller may.",
    "properties": {
     "plan": {
      "type": "string"
     },
     "promote": {
      "type": "string"
     },
     "hold": {
      "type": "string"
     },
     "waive": {
      "type": "string"
     },
     "verify": {
      "type": "string"
     },
     "rollback": {
      "type": "string"
     }
    }
   },
   "LastPromotion": {
    "type": "object",
    "required": [
     "name",
     "freight",
     "phase",
     "finishedAt"
    ],
    "properties": {
     "name": {
      "type": "string"
     },
     "freight": {
      "type": "string"
     },
     "phase": {
      "$ref": "#/components/schemas/PromotionPhase"
     },
     "finishedAt": {
      "type": "string"
     }
    }
   },
   "Warehouse": {
    "type": "object",
    "required": [
     "name",
     "origin",
     "intervalMs",
     "watches"
    ],
    "properties": {
     "name": {
      "type": "string"
     },
     "origin": {
      "type": "string"
     },
     "intervalMs": {
      "type": "integer"
     },
     "watches": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "checkedAt": {
      "type": "string"
     },
     "error": {
      "type": "string"
     },
     "conditions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/WarehouseCondition"
      }
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller may not refresh it."
     }
    }
   },
   "WarehouseCondition": {
    "type": "object",
    "description": "As in Kargo, with its reasons.",
    "required": [
     "type",
     "status",
     "reason",
     "message"
    ],
    "properties": {
     "type": {
      "type": "string"
     },
     "status": {
      "type": "string",
      "enum": [
       "True",
       "False",
       "Unknown"
      ]
     },
     "reason": {
      "type": "string"
     },
     "message": {
      "type": "string"
     }
    }
   },
   "VerificationDetail": {
    "type": "object",
    "required": [
     "metrics"
    ],
    "properties": {
     "metrics": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Metric"
      }
     },
     "run": {
      "$ref": "#/components/schemas/AnalysisRun"
     },
     "log": {
      "type": "object",
      "description": "Where the log of a promotion has what its checks printed; absent while they printed nothing.",
      "required": [
       "promotion",
       "step"
      ],
      "properties": {
       "promotion": {
        "type": "string"
       },
       "step": {
        "type": "string"
       }
      }
     }
    }
   },
   "AnalysisRun": {
    "type": "object",
    "description": "Where Argo Rollouts takes the measurements.",
    "required": [
     "cluster",
     "namespace",
     "name"
    ],
    "properties": {
     "cluster": {
      "type": "string"
     },
     "namespace": {
      "type": "string"
     },
     "name": {
      "type": "string"
     }
    }
   },
   "Metric": {
    "type": "object",
    "required": [
     "name",
     "total",
     "measurements"
    ],
    "properties": {
     "name": {
      "type": "string"
     },
     "total": {
      "type": "integer",
      "description": "How often it was measured; the newest 50 are listed."
     },
     "measurements": {
      "type": "array",
      "description": "Oldest first.",
      "items": {
       "$ref": "#/components/schemas/Measurement"
      }
     }
    }
   },
   "Measurement": {
    "type": "object",
    "required": [
     "phase",
     "at"
    ],
    "properties": {
     "phase": {
      "type": "string",
      "enum": [
       "Successful",
       "Failed",
       "Error",
       "Inconclusive"
      ]
     },
     "at": {
      "type": "string"
     },
     "value": {
      "type": "string"
     },
     "message": {
      "type": "string"
     }
    }
   },
   "WarehouseDetail": {
    "type": "object",
    "required": [
     "warehouse",
     "found"
    ],
    "properties": {
     "warehouse": {
      "$ref": "#/components/schemas/Warehouse"
     },
     "found": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Found"
      }
     }
    }
   },
   "Found": {
    "type": "object",
    "description": "What one subscription found, best first.",
    "required": [
     "kind",
     "repoURL",
     "versions"
    ],
    "properties": {
     "kind": {
      "type": "string",
      "enum": [
       "image",
       "commit",
       "chart"
      ]
     },
     "repoURL": {
      "type": "string"
     },
     "name": {
      "type": "string",
      "description": "Of the chart."
     },
     "subscription": {
      "type": "string"
     },
     "versions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/FoundVersion"
      }
     }
    }
   },
   "FoundVersion": {
    "type": "object",
    "required": [
     "version"
    ],
    "properties": {
     "version": {
      "type": "string"
     },
     "digest": {
      "type": "string",
      "description": "Of an image; a commit's id."
     },
     "createdAt": {
      "type": "string"
     },
     "message": {
      "type": "string"
     },
     "author": {
      "type": "string"
     }
    }
   },
   "Pipeline": {
    "type": "object",
    "required": [
     "project",
     "entityRef",
     "provenance",
     "stages",
     "warehouses",
     "problems",
     "needsMe",
     "freight"
    ],
    "properties": {
     "project": {
      "type": "string"
     },
     "entityRef": {
      "type": "string"
     },
     "provenance": {
      "type": "string",
      "enum": [
       "annotations",
       "files",
       "cluster",
       "kargo"
      ]
     },
     "runBy": {
      "type": "object",
      "description": "What runs the pipeline in place of Stevedore; absent where Stevedore does.",
      "required": [
       "name",
       "target"
      ],
      "properties": {
       "name": {
        "type": "string",
        "description": "As people call it."
       },
       "target": {
        "type": "string",
        "description": "Where: cluster and project, with a slash between."
       },
       "unseen": {
        "type": "string",
        "description": "Why nothing of it can be seen now; absent when it can."
       }
      }
     },
     "paused": {
      "type": "string"
     },
     "stages": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Stage"
      }
     },
     "warehouses": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Warehouse"
      }
     },
     "problems": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Problem"
      }
     },
     "needsMe": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Promotion"
      }
     },
     "whyNot": {
      "type": "object",
      "description": "Why the caller may not do this in the pipeline; absent where the caller may.",
      "properties": {
       "quarantine": {
        "type": "string"
       },
       "lift": {
        "type": "string"
       },
       "assemble": {
        "type": "string"
       },
       "alias": {
        "type": "string"
       }
      }
     },
     "freight": {
      "$ref": "#/components/schemas/FreightPage"
     },
     "locks": {
      "type": "array",
      "description": "Locks that concern a stage of the pipeline.",
      "items": {
       "$ref": "#/components/schemas/Lock"
      }
     },
     "freezes": {
      "type": "array",
      "description": "Windows of the platform and of people that close a stage now, or will within 14 days.",
      "items": {
       "$ref": "#/components/schemas/Window"
      }
     }
    }
   },
   "Need": {
    "type": "object",
    "required": [
     "count",
     "from",
     "by"
    ],
    "properties": {
     "count": {
      "type": "integer"
     },
     "from": {
      "type": "string"
     },
     "words": {
      "type": "string",
      "description": "Who that is, in words for people."
     },
     "by": {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    }
   },
   "Promotion": {
    "type": "object",
    "required": [
     "name",
     "project",
     "stage",
     "freight",
     "phase",
     "automatic",
     "requester",
     "requestedAt",
     "step",
     "sentence"
    ],
    "properties": {
     "name": {
      "type": "string"
     },
     "project": {
      "type": "string"
     },
     "stage": {
      "type": "string"
     },
     "freight": {
      "$ref": "#/components/schemas/FreightSummary"
     },
     "phase": {
      "$ref": "#/components/schemas/PromotionPhase"
     },
     "sentence": {
      "type": "string"
     },
     "message": {
      "type": "string"
     },
     "automatic": {
      "type": "boolean"
     },
     "requester": {
      "type": "string"
     },
     "reason": {
      "type": "string"
     },
     "requestedAt": {
      "type": "string"
     },
     "startedAt": {
      "type": "string"
     },
     "finishedAt": {
      "type": "string"
     },
     "step": {
      "$ref": "#/components/schemas/Count"
     },
     "digest": {
      "type": "string"
     },
     "changed": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "question": {
      "type": "string"
     },
     "abortRequested": {
      "type": "boolean"
     },
     "inputs": {
      "$ref": "#/components/schemas/InputValues"
     },
     "needs": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Need"
      }
     },
     "rollback": {
      "$ref": "#/components/schemas/PromotionRollback"
     }
    }
   },
   "InputValues": {
    "type": "array",
    "description": "What somebody gave along with the promotion.",
    "items": {
     "type": "object",
     "required": [
      "name",
      "value"
     ],
     "properties": {
      "name": {
       "type": "string"
      },
      "value": {
       "type": "string"
      }
     }
    }
   },
   "PromotionPage": {
    "type": "object",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Promotion"
      }
     },
     "next": {
      "type": "string"
     }
    }
   },
   "Link": {
    "type": "object",
    "required": [
     "title",
     "url"
    ],
    "properties": {
     "title": {
      "type": "string"
     },
     "url": {
      "type": "string"
     }
    }
   },
   "Step": {
    "type": "object",
    "required": [
     "index",
     "alias",
     "uses",
     "status",
     "attempt"
    ],
    "properties": {
     "index": {
      "type": "integer"
     },
     "alias": {
      "type": "string"
     },
     "uses": {
      "type": "string"
     },
     "status": {
      "type": "string",
      "enum": [
       "Pending",
       "Running",
       "Succeeded",
       "Skipped",
       "Failed",
       "Errored",
       "Aborted"
      ]
     },
     "attempt": {
      "type": "integer"
     },
     "startedAt": {
      "type": "string"
     },
     "finishedAt": {
      "type": "string"
     },
     "message": {
      "type": "string"
     },
     "output": {
      "type": "object",
      "additionalProperties": true,
      "description": "Only with stevedore.plan.read."
     },
     "if": {
      "type": "string",
      "description": "When it runs; only with stevedore.plan.read."
     },
     "config": {
      "type": "object",
      "additionalProperties": true,
      "description": "As it is written, not evaluated; only with stevedore.plan.read."
     },
     "links": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Link"
      },
      "description": "To what the step made, where the host of the repository is known."
     },
     "ask": {
      "$ref": "#/components/schemas/StepAsk"
     },
     "answers": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/StepAnswer"
      }
     }
    }
   },
   "Approval": {
    "type": "object",
    "required": [
     "actor",
     "decision",
     "at",
     "counts",
     "mine"
    ],
    "properties": {
     "actor": {
      "type": "string"
     },
     "decision": {
      "type": "string",
      "enum": [
       "approved",
       "rejected",
       "brokeGlass"
      ]
     },
     "onBehalfOf": {
      "type": "string",
      "description": "Who is absent and delegated the decision to the actor."
     },
     "reason": {
      "type": "string"
     },
     "at": {
      "type": "string"
     },
     "withdrawnAt": {
      "type": "string"
     },
     "expiresAt": {
      "type": "string",
      "description": "When it counts no more by itself."
     },
     "counts": {
      "type": "boolean",
      "description": "It fills a place of a rule for the plan as it is now."
     },
     "whyNot": {
      "type": "string",
      "description": "Why it does not count."
     },
     "mine": {
      "type": "boolean",
      "description": "The caller gave it."
     }
    }
   },
   "GlassAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "digest",
     "reason"
    ],
    "properties": {
     "digest": {
      "type": "string",
      "minLength": 1
     },
     "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 2000
     }
    }
   },
   "AnswerAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "action"
    ],
    "properties": {
     "action": {
      "type": "string",
      "enum": [
       "approve",
       "reject",
       "submit"
      ]
     },
     "reason": {
      "type": "string",
      "maxLength": 2000
     },
     "values": {
      "type": "object",
      "maxProperties": 200,
      "additionalProperties": true,
      "description": "What was filled in."
     }
    }
   },
   "DelegationAsk": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "delegate",
     "until",
     "reason"
    ],
    "properties": {
     "delegate": {
      "type": "string",
      "minLength": 1,
      "description": "User entity ref."
     },
     "from": {
      "type": "string",
      "description": "ISO 8601; absent: from now on."
     },
     "until": {
      "type": "string",
      "minLength": 1
     },
     "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 2000
     }
    }
   },
   "Delegation": {
    "type": "object",
    "required": [
     "id",
     "delegator",
     "delegate",
     "from",
     "until",
     "reason",
     "inForce"
    ],
    "properties": {
     "id": {
      "type": "string"
     },
     "delegator": {
      "type": "string"
     },
     "delegate": {
      "type": "string"
     },
     "from": {
      "type": "string"
     },
     "until": {
      "type": "string"
     },
     "reason": {
      "type": "string"
     },
     "inForce": {
      "type": "boolean",
      "description": "It counts now."
     }
    }
   },
   "Delegations": {
    "type": "object",
    "required": [
     "given",
     "received"
    ],
    "properties": {
     "given": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Delegation"
      }
     },
     "received": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Delegation"
      }
     }
    }
   },
   "Review": {
    "type": "object",
    "description": "Somebody has to look at what was passed in an emergency.",
    "required": [
     "project",
     "promotion",
     "stage",
     "freight",
     "openedAt",
     "by",
     "reason",
     "reviewers"
    ],
    "properties": {
     "project": {
      "type": "string"
     },
     "promotion": {
      "type": "string"
     },
     "stage": {
      "type": "string"
     },
     "freight": {
      "type": "string",
      "description": "Name (40 hex)."
     },
     "openedAt": {
      "type": "string"
     },
     "by": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Who passed it, and who agreed."
     },
     "reason": {
      "type": "string"
     },
     "reviewers": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Who may close it, in words."
     },
     "closed": {
      "$ref": "#/components/schemas/Mark"
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller cannot close it."
     }
    }
   },
   "Emergency": {
    "type": "object",
    "description": "How the approval rules can be passed in an emergency.",
    "required": [
     "sentence"
    ],
    "properties": {
     "sentence": {
      "type": "string"
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller may not."
     }
    }
   },
   "StepAsk": {
    "type": "object",
    "description": "What a running step asks people.",
    "required": [
     "kind",
     "sentence",
     "actions"
    ],
    "properties": {
     "kind": {
      "type": "string",
      "enum": [
       "approval",
       "input"
      ]
     },
     "sentence": {
      "type": "string"
     },
     "display": {
      "type": "string"
     },
     "responders": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Who is asked, in words; absent: whoever sees the promotion."
     },
     "schema": {
      "type": "object",
      "additionalProperties": true,
      "description": "JSON Schema of the form."
     },
     "actions": {
      "type": "array",
      "items": {
       "type": "string",
       "enum": [
        "approve",
        "reject",
        "submit"
       ]
      },
      "description": "What can be answered."
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller cannot answer."
     }
    }
   },
   "StepAnswer": {
    "type": "object",
    "required": [
     "actor",
     "at",
     "action"
    ],
    "properties": {
     "actor": {
      "type": "string"
     },
     "at": {
      "type": "string"
     },
     "action": {
      "type": "string",
      "enum": [
       "approve",
       "reject",
       "submit"
      ]
     },
     "message": {
      "type": "string"
     }
    }
   },
   "WaitingStep": {
    "type": "object",
    "description": "A step that asks the caller.",
    "required": [
     "promotion",
     "step",
     "alias",
     "ask"
    ],
    "properties": {
     "promotion": {
      "$ref": "#/components/schemas/Promotion"
     },
     "step": {
      "type": "integer"
     },
     "alias": {
      "type": "string"
     },
     "ask": {
      "$ref": "#/components/schemas/StepAsk"
     }
    }
   },
   "DiffAuthors": {
    "type": "object",
    "description": "Who wrote the commits that it brings; only where a rule asks.",
    "required": [
     "users",
     "unmatched",
     "unread"
    ],
    "properties": {
     "users": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "unmatched": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Addresses that no user of the catalog has."
     },
     "unread": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Why some commits could not be read."
     }
    }
   },
   "PlanEffect": {
    "type": "object",
    "required": [
     "step",
     "kind",
     "target",
     "files"
    ],
    "properties": {
     "step": {
      "type": "string"
     },
     "kind": {
      "type": "string"
     },
     "target": {
      "type": "string"
     },
     "files": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "unknown": {
      "type": "string"
     },
     "call": {
      "description": "Only with stevedore.plan.read."
     }
    }
   },
   "PlanDiff": {
    "type": "object",
    "required": [
     "step",
     "repoURL",
     "branch",
     "path",
     "text",
     "binary"
    ],
    "properties": {
     "step": {
      "type": "string"
     },
     "repoURL": {
      "type": "string"
     },
     "branch": {
      "type": "string"
     },
     "path": {
      "type": "string"
     },
     "text": {
      "type": "string"
     },
     "binary": {
      "type": "boolean"
     }
    }
   },
   "PlanOutcome": {
    "type": "object",
    "required": [
     "alias",
     "uses",
     "status"
    ],
    "properties": {
     "alias": {
      "type": "string"
     },
     "uses": {
      "type": "string"
     },
     "status": {
      "type": "string"
     },
     "message": {
      "type": "string"
     }
    }
   },
   "Plan": {
    "type": "object",
    "required": [
     "promotion",
     "digest",
     "effects",
     "outcomes"
    ],
    "properties": {
     "promotion": {
      "type": "string"
     },
     "digest": {
      "type": "string"
     },
     "effects": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/PlanEffect"
      }
     },
     "outcomes": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/PlanOutcome"
      }
     },
     "diffs": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/PlanDiff"
      },
      "description": "Only with stevedore.plan.read."
     },
     "hidden": {
      "type": "string",
      "description": "Why the contents are not shown; absent when they are."
     },
     "unplanned": {
      "type": "string",
      "description": "Why it is not known what would be written; absent where it was planned."
     },
     "problem": {
      "type": "string"
     }
    }
   },
   "Change": {
    "type": "object",
    "description": "What comes into the stage, what of the same origin it replaces, and what lies between.",
    "required": [
     "freight",
     "from",
     "direction",
     "between"
    ],
    "properties": {
     "freight": {
      "$ref": "#/components/schemas/FreightSummary"
     },
     "from": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/FreightSummary"
      }
     },
     "direction": {
      "type": "string",
      "enum": [
       "first",
       "forward",
       "back",
       "same"
      ]
     },
     "between": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/FreightSummary"
      },
      "description": "Newest first; neither end is among them."
     },
     "more": {
      "type": "boolean",
      "description": "More lies between than is listed."
     },
     "sources": {
      "type": "array",
      "description": "The commits of it, by repository: what the freight holds, and what images say they were made from. They come, or go again with direction back.",
      "items": {
       "type": "object",
       "required": [
        "repoURL",
        "newer"
       ],
       "properties": {
        "repoURL": {
         "type": "string"
        },
        "newer": {
         "type": "string",
         "description": "Commit."
        },
        "older": {
         "type": "string",
         "description": "Commit that is not among them; absent where nothing is known to compare with."
        },
        "url": {
         "type": "string",
         "description": "Where people see them, on a host that is known."
        }
       }
      }
     }
    }
   },
   "PlanAnswer": {
    "type": "object",
    "required": [
     "plan",
     "action",
     "open",
     "gates",
     "change"
    ],
    "properties": {
     "plan": {
      "$ref": "#/components/schemas/Plan"
     },
     "action": {
      "type": "string",
      "description": "What the button says."
     },
     "open": {
      "type": "boolean"
     },
     "gates": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/GateVerdict"
      }
     },
     "change": {
      "$ref": "#/components/schemas/Change"
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller cannot ask for it now; absent when that would be accepted."
     }
    }
   },
   "PromotionDetail": {
    "type": "object",
    "required": [
     "promotion",
     "steps",
     "approvals",
     "mayDecide",
     "reasonRequired"
    ],
    "properties": {
     "promotion": {
      "$ref": "#/components/schemas/Promotion"
     },
     "steps": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Step"
      }
     },
     "approvals": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Approval"
      }
     },
     "plan": {
      "$ref": "#/components/schemas/Plan"
     },
     "mayDecide": {
      "type": "boolean"
     },
     "whyNot": {
      "type": "string",
      "description": "Why the caller may not decide."
     },
     "whyNotWithdraw": {
      "type": "string",
      "description": "Why the caller cannot take a decision back."
     },
     "whyNotAbort": {
      "type": "string",
      "description": "Why the caller cannot abort it."
     },
     "whyNotRetry": {
      "type": "string",
      "description": "Why the caller cannot try it again."
     },
     "reasonRequired": {
      "type": "boolean",
      "description": "A decision needs a reason."
     },
     "ifApproved": {
      "type": "string",
      "description": "What would be missing still if the caller approved."
     },
     "onBehalfOf": {
      "type": "string",
      "description": "In whose name the caller would decide; absent: his own."
     },
     "emergency": {
      "$ref": "#/components/schemas/Emergency"
     },
     "review": {
      "$ref": "#/components/schemas/Review"
     },
     "authors": {
      "$ref": "#/components/schemas/DiffAuthors"
     },
     "change": {
      "$ref": "#/components/schemas/Change"
     }
    }
   },
   "LogLine": {
    "type": "object",
    "required": [
     "id",
     "at",
     "step",
     "text"
    ],
    "properties": {
     "id": {
      "type": "string"
     },
     "at": {
      "type": "string"
     },
     "step": {
      "type": "string"
     },
     "text": {
      "type": "string"
     }
    }
   },
   "LogPage": {
    "type": "object",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/LogLine"
      }
     },
     "next": {
      "type": "string"
     }
    }
   },
   "HistoryEntry": {
    "type": "object",
    "required": [
     "seq",
     "at",
     "actor",
     "verb",
     "subject"
    ],
    "properties": {
     "seq": {
      "type": "integer"
     },
     "at": {
      "type": "string"
     },
     "actor": {
      "type": "string"
     },
     "verb": {
      "type": "string"
     },
     "subject": {
      "type": "string"
     },
     "reason": {
      "type": "string"
     },
     "stage": {
      "type": "string"
     },
     "promotion": {
      "type": "string"
     },
     "freight": {
      "type": "string"
     },
     "phase": {
      "type": "string"
     },
     "message": {
      "type": "string"
     },
     "inputs": {
      "$ref": "#/components/schemas/InputValues"
     },
     "versions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Version"
      },
      "description": "Of the freight that the entry made or asked for."
     },
     "rollback": {
      "type": "boolean",
      "description": "It asks for a rollback."
     },
     "afterMs": {
      "type": "integer",
      "description": "The time to restore, in milliseconds."
     }
    }
   },
   "HistoryPage": {
    "type": "object",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/HistoryEntry"
      }
     },
     "next": {
      "type": "integer"
     }
    }
   },
   "LedgerPage": {
    "type": "object",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "type": "object",
       "additionalProperties": true
      }
     },
     "next": {
      "type": "integer"
     }
    }
   },
   "LedgerVerdict": {
    "type": "object",
    "required": [
     "project",
     "ok",
     "entries"
    ],
    "properties": {
     "project": {
      "type": "string"
     },
     "ok": {
      "type": "boolean"
     },
     "entries": {
      "type": "integer"
     },
     "head": {
      "type": "string"
     },
     "fault": {
      "type": "string"
     }
    }
   },
   "PipelineOverview": {
    "type": "object",
    "description": "What one component runs where.",
    "required": [
     "project",
     "entityRef",
     "stages"
    ],
    "properties": {
     "project": {
      "type": "string"
     },
     "entityRef": {
      "type": "string"
     },
     "paused": {
      "type": "string",
      "description": "Why nothing moves."
     },
     "runBy": {
      "type": "string",
      "description": "Who runs the pipeline in place of this portal, such as Kargo."
     },
     "waitingSince": {
      "type": "string",
      "description": "When the oldest of what waits or runs was asked for."
     },
     "stages": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Stage"
      }
     }
    }
   },
   "PipelinePage": {
    "type": "object",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/PipelineOverview"
      }
     },
     "next": {
      "type": "string"
     }
    }
   },
   "UnmappedProjects": {
    "type": "object",
    "required": [
     "items",
     "unseen"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/UnmappedProject"
      }
     },
     "unseen": {
      "type": "array",
      "description": "Clusters that cannot be seen now; what is said of them is what was seen last.",
      "items": {
       "type": "string"
      }
     }
    }
   },
   "UnmappedProject": {
    "type": "object",
    "required": [
     "target",
     "reason",
     "cure"
    ],
    "properties": {
     "target": {
      "type": "string",
      "description": "Cluster and project, as annotations name them."
     },
     "reason": {
      "type": "string",
      "description": "Why it belongs to no component."
     },
     "cure": {
      "type": "string",
      "description": "What to do."
     }
    }
   },
   "Waiting": {
    "type": "object",
    "required": [
     "items",
     "entityRefs"
    ],
    "properties": {
     "entityRefs": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "The component of each project."
     },
     "next": {
      "type": "string",
      "description": "Where to go on; what waits shorter comes there."
     },
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Promotion"
      }
     },
     "reviews": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Review"
      }
     },
     "steps": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/WaitingStep"
      },
      "description": "Steps that ask the caller."
     }
    }
   }
  }
 }
} as const;
