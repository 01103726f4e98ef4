export interface Config {
  stevedore?: {
    /** Directory of mirrors and workspaces; belongs to one replica. Default: `stevedore-work` below the working directory. */
    workDirectory?: string;
    definitions?: {
      /** Seconds between two looks at the catalog. Default 5. */
      intervalSeconds?: number;
      /** Seconds until manifest files behind a URL are asked for again. Default 60. */
      remoteFilesSeconds?: number;
    };
    /** Who commits. Default `Stevedore <stevedore@localhost>`. */
    git?: {
      name?: string;
      email?: string;
      /**
       * Signs commits and tags: a private key, ASCII-armoured OpenPGP or OpenSSH, without a passphrase.
       * @visibility secret
       */
      signingKey?: string;
      /** Hosts that tell of pushes, so that warehouses look at once. */
      webhooks?: Array<{
        /** With its port where it has one. */
        host: string;
        /**
         * What the host signs its events with, or sends along (GitLab).
         * @visibility secret
         */
        secret: string;
      }>;
    };
    /** How tickets are named in messages of commits, so that pages lead to them. Default: none are looked for. */
    tickets?: Array<{
      /** RE2; what fits is the name of the ticket, e.g. `[A-Z]+-\d+`. */
      pattern: string;
      /** Where it is: `$0` stands for its name, `$1` … `$9` for groups of the pattern. */
      url: string;
    }>;
    /** What projects may touch beside their own source. */
    grants?: Array<{
      /** Filter predicate on the catalog entity; absent: every entity. */
      entities?: object;
      /** URL of the repository. */
      repository: string;
      /** Globs; default every branch. */
      branches?: string[];
      /** Globs over the files that would change; default every file. */
      paths?: string[];
      /** `read`, `write`, or both. */
      access: string[];
    }>;
    registries?: Array<{
      /** Host, with port where it has one. */
      host: string;
      /** `public`: every project may read it. */
      access?: string;
      /** Speak plain HTTP. */
      insecure?: boolean;
      username?: string;
      /** @visibility secret */
      password?: string;
      /**
       * What the registry sends as `Authorization: Bearer …` when it tells of pushes.
       * @visibility secret
       */
      webhookSecret?: string;
    }>;
    /** File with Kargo's ClusterConfig; its windows count for every project that they select. Relative to the working directory. */
    clusterConfig?: string;
    /** Rules that authors cannot weaken. */
    policies?: Array<{
      /** Glob over stage names; default every stage. */
      stages?: string;
      /** Labels that the stage has to have. */
      labels?: { [key: string]: string };
      /** Filter predicate on the catalog entity. */
      entities?: object;
      /** e.g. `2 of group:default/release-managers, not requester`. */
      approvals?: string;
      /** What a rollback needs instead: a rule, or `none`. */
      rollbackApprovals?: string;
      /** Calendar rules, beside those of the pipeline and of people. */
      windows?: Array<{
        name: string;
        /** `Deny` closes while it is active, `Allow` opens only then. */
        kind: string;
        /** iCalendar date-time, e.g. `TZID=Europe/Berlin:20261220T000000`. */
        dtstart: string;
        dtend: string;
        /** RFC 5545; default once. */
        rrule?: string;
        /** Hold back rollbacks, too. Default false. */
        rollbacks?: boolean;
      }>;
      /** Globs over kinds of steps; no others may be used. */
      steps?: string[];
      /** The only hosts that HTTP steps may ask. */
      hosts?: string[];
      /** Globs; the only repositories that steps may read or write. */
      repositories?: string[];
    }>;
    /** What expressions read with `secret()`; never shown, and masked wherever it would be. */
    secrets?: Array<{
      name: string;
      /** Filter predicate on the catalog entity; absent: shared, for `sharedSecret()`. */
      entities?: object;
      /**
       * Texts by key.
       * @deepVisibility secret
       */
      data: { [key: string]: string };
      /** Of your own choice; give it another one with every change of `data`. Shown in the ledger. */
      version?: string;
      /** Let promotions write it into Git. Default false: that is an error. */
      mayBeCommitted?: boolean;
    }>;
    /** What expressions read with `configMap()`. */
    configMaps?: Array<{
      name: string;
      /** Filter predicate on the catalog entity; absent: shared, for `sharedConfigMap()`. */
      entities?: object;
      /** Texts by key. */
      data: { [key: string]: string };
    }>;
    http?: {
      /** Hosts that checks and HTTP steps may ask; `*.` in front stands for any subdomain. */
      allow?: string[];
    };
  };
}
