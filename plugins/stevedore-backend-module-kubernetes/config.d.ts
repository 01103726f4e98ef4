export interface Config {
  stevedore?: {
    kubernetes?: {
      /** Each is reached in exactly one way: `kubeconfig`, `inCluster`, or `url`. */
      clusters?: Array<{
        /** Of your own choice; steps and messages name it. */
        name: string;
        /** File with clusters, users and contexts. */
        kubeconfig?: string;
        /** Of that file. Default: its current context. */
        context?: string;
        /** With the service account of the pod that this backend runs in. */
        inCluster?: boolean;
        url?: string;
        /** PEM file of the authority that signed the certificate of the API server. Read again when it changes. */
        caFile?: string;
        /** The same, as base64. */
        caData?: string;
        skipTLSVerify?: boolean;
        /** @visibility secret */
        token?: string;
        /** Read anew for each request. */
        tokenFile?: string;
        /** Client certificate and key, PEM files. */
        certFile?: string;
        keyFile?: string;
        /** Only these are read, each by a watch of its own, so that a Role in each is enough. Default: all. */
        namespaces?: string[];
      }>;
      /** Take the clusters of Backstage's Kubernetes plugin, too: those with a token in its configuration directly, all others through it. */
      useBackstageClusters?: boolean;
      /** Lets steps (`run-job`) and verifications (`job`) run Jobs, in one namespace. Default: none runs. */
      jobs?: {
        cluster: string;
        /** Whatever a Job there may do, every author of a pipeline may do. */
        namespace: string;
      };
      kargo?: {
        /**
         * Whose pipelines the Kargo projects of a cluster are, without annotations of entities. The first rule that
         * fits a project decides; a project that none fits is told in the log.
         */
        projects?: Array<{
          cluster: string;
          /** `beside`: the Kargo there runs them; `definitions`: they are defined there and run here. */
          mode: 'beside' | 'definitions';
          /** Glob over names of projects. Default: all. */
          match?: string;
          /** The namespace of the project must have this label. */
          label?: string;
          /** Entity ref, in which `{project}` is the name of the project and `{label}` the value of the label. */
          entity: string;
        }>;
      };
      /** Argo CD control planes. Default: one in the namespace `argocd` of each cluster. */
      argocd?: Array<{
        cluster: string;
        /** Where its Applications are unless a step says otherwise. Default `argocd`. */
        namespace?: string;
        /** Its pages, for links. */
        url?: string;
        /** Globs over `project:stage`: who finds Applications there. Default: every stage. */
        stages?: string[];
      }>;
    };
  };
}
