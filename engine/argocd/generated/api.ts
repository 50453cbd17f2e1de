// Generated from the Swagger document of Argo CD (Apache-2.0), corrected as types/rows.ts says. Never edited: npx projen argocd:types
/* eslint-disable */

export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AccountService_ListAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/can-i/{resource}/{action}/{subresource}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AccountService_CanI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["AccountService_UpdatePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AccountService_GetAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/{name}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AccountService_CreateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/{name}/token/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["AccountService_DeleteToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_List"];
        put?: never;
        post: operations["ApplicationService_Create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/manifestsWithFiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApplicationService_GetManifestsWithFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appName}/server-side-diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_ServerSideDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application.metadata.name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ApplicationService_Update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{applicationName}/managed-resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_ManagedResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{applicationName}/resource-tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_ResourceTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_Get"];
        put?: never;
        post?: never;
        delete: operations["ApplicationService_Delete"];
        options?: never;
        head?: never;
        patch: operations["ApplicationService_Patch"];
        trace?: never;
    };
    "/api/v1/applications/{name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_ListResourceEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_ListLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_PodLogs2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/manifests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_GetManifests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/operation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ApplicationService_TerminateOperation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/pods/{podName}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_PodLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_GetResource"];
        put?: never;
        post: operations["ApplicationService_PatchResource"];
        delete: operations["ApplicationService_DeleteResource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/resource/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_ListResourceActions"];
        put?: never;
        post: operations["ApplicationService_RunResourceAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/resource/actions/v2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApplicationService_RunResourceActionV2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/resource/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_ListResourceLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/revisions/{revision}/chartdetails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_RevisionChartDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/revisions/{revision}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_RevisionMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/revisions/{revision}/ocimetadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_GetOCIMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApplicationService_Rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/spec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ApplicationService_UpdateSpec"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApplicationService_Sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{name}/syncwindows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_GetApplicationSyncWindows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applicationsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationSetService_List"];
        put?: never;
        post: operations["ApplicationSetService_Create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applicationsets/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApplicationSetService_Generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applicationsets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationSetService_Get"];
        put?: never;
        post?: never;
        delete: operations["ApplicationSetService_Delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applicationsets/{name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationSetService_ListResourceEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applicationsets/{name}/resource-tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationSetService_ResourceTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CertificateService_ListCertificates"];
        put?: never;
        post: operations["CertificateService_CreateCertificate"];
        delete: operations["CertificateService_DeleteCertificate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClusterService_List"];
        put?: never;
        post: operations["ClusterService_Create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id.value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClusterService_Get"];
        put: operations["ClusterService_Update"];
        post?: never;
        delete: operations["ClusterService_Delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id.value}/invalidate-cache": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ClusterService_InvalidateCache"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clusters/{id.value}/rotate-auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ClusterService_RotateAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gpgkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GPGKeyService_List"];
        put?: never;
        post: operations["GPGKeyService_Create"];
        delete: operations["GPGKeyService_Delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gpgkeys/{keyID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GPGKeyService_Get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NotificationService_ListServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NotificationService_ListTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NotificationService_ListTriggers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectService_List"];
        put?: never;
        post: operations["ProjectService_Create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectService_Get"];
        put?: never;
        post?: never;
        delete: operations["ProjectService_Delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{name}/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectService_GetDetailedProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectService_ListEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{name}/globalprojects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectService_GetGlobalProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{name}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectService_ListLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{name}/syncwindows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectService_GetSyncWindowsState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project.metadata.name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ProjectService_Update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/roles/{role}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectService_CreateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/roles/{role}/token/{iat}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ProjectService_DeleteToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repocreds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepoCredsService_ListRepositoryCredentials"];
        put?: never;
        post: operations["RepoCredsService_CreateRepositoryCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repocreds/{creds.url}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RepoCredsService_UpdateRepositoryCredentials"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repocreds/{url}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["RepoCredsService_DeleteRepositoryCredentials"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_ListRepositories"];
        put?: never;
        post: operations["RepositoryService_CreateRepository"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repo.repo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RepositoryService_UpdateRepository"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_Get"];
        put?: never;
        post?: never;
        delete: operations["RepositoryService_DeleteRepository"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repo}/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_ListApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repo}/helmcharts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_GetHelmCharts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repo}/oci-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_ListOCITags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repo}/refs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_ListRefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repo}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RepositoryService_ValidateAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{source.repoURL}/appdetails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RepositoryService_GetAppDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionService_Create"];
        delete: operations["SessionService_Delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionService_GetUserInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SettingsService_Get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SettingsService_GetPlugins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_Watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/applications/{applicationName}/resource-tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationService_WatchResourceTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/applicationsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApplicationSetService_Watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-repocreds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepoCredsService_ListWriteRepositoryCredentials"];
        put?: never;
        post: operations["RepoCredsService_CreateWriteRepositoryCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-repocreds/{creds.url}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RepoCredsService_UpdateWriteRepositoryCredentials"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-repocreds/{url}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["RepoCredsService_DeleteWriteRepositoryCredentials"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_ListWriteRepositories"];
        put?: never;
        post: operations["RepositoryService_CreateWriteRepository"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-repositories/{repo.repo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RepositoryService_UpdateWriteRepository"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-repositories/{repo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepositoryService_GetWrite"];
        put?: never;
        post?: never;
        delete: operations["RepositoryService_DeleteWriteRepository"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-repositories/{repo}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RepositoryService_ValidateWriteAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["VersionService_Version"];
        put?: never;
        post?: never;
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
        accountAccount: {
            capabilities?: string[];
            enabled?: boolean;
            name?: string;
            tokens?: components["schemas"]["accountToken"][];
        };
        accountAccountsList: {
            items?: components["schemas"]["accountAccount"][];
        };
        accountCanIResponse: {
            value?: string;
        };
        accountCreateTokenRequest: {
            /** Format: int64 */
            expiresIn?: number;
            id?: string;
            name?: string;
        };
        accountCreateTokenResponse: {
            token?: string;
        };
        accountEmptyResponse: Record<string, never>;
        accountToken: {
            /** Format: int64 */
            expiresAt?: number;
            id?: string;
            /** Format: int64 */
            issuedAt?: number;
        };
        accountUpdatePasswordRequest: {
            currentPassword?: string;
            name?: string;
            newPassword?: string;
        };
        accountUpdatePasswordResponse: Record<string, never>;
        applicationApplicationManifestQueryWithFiles: {
            appNamespace?: string;
            checksum?: string;
            name?: string;
            project?: string;
        };
        applicationApplicationManifestQueryWithFilesWrapper: {
            chunk?: components["schemas"]["applicationFileChunk"];
            query?: components["schemas"]["applicationApplicationManifestQueryWithFiles"];
        };
        applicationApplicationPatchRequest: {
            appNamespace?: string;
            name?: string;
            patch?: string;
            patchType?: string;
            project?: string;
        };
        applicationApplicationResourceResponse: {
            manifest?: string;
        };
        applicationApplicationResponse: Record<string, never>;
        applicationApplicationRollbackRequest: {
            appNamespace?: string;
            dryRun?: boolean;
            /** Format: int64 */
            id?: number;
            name?: string;
            project?: string;
            prune?: boolean;
        };
        applicationApplicationServerSideDiffResponse: {
            items?: components["schemas"]["v1alpha1ResourceDiff"][];
            modified?: boolean;
        };
        applicationApplicationSyncRequest: {
            appNamespace?: string;
            dryRun?: boolean;
            infos?: components["schemas"]["v1alpha1Info"][];
            manifests?: string[];
            name?: string;
            project?: string;
            prune?: boolean;
            resources?: components["schemas"]["v1alpha1SyncOperationResource"][];
            retryStrategy?: components["schemas"]["v1alpha1RetryStrategy"];
            revision?: string;
            revisions?: string[];
            sourcePositions?: number[];
            strategy?: components["schemas"]["v1alpha1SyncStrategy"];
            syncOptions?: components["schemas"]["applicationSyncOptions"];
        };
        applicationApplicationSyncWindow: {
            duration?: string;
            kind?: string;
            manualSync?: boolean;
            schedule?: string;
        };
        applicationApplicationSyncWindowsResponse: {
            activeWindows?: components["schemas"]["applicationApplicationSyncWindow"][] | null;
            assignedWindows?: components["schemas"]["applicationApplicationSyncWindow"][] | null;
            canSync?: boolean;
        };
        applicationFileChunk: {
            /** Format: byte */
            chunk?: string;
        };
        applicationLinkInfo: {
            description?: string;
            iconClass?: string;
            title?: string;
            url?: string;
        };
        applicationLinksResponse: {
            items?: components["schemas"]["applicationLinkInfo"][];
        };
        applicationLogEntry: {
            content?: string;
            last?: boolean;
            podName?: string;
            timeStamp?: components["schemas"]["v1Time"];
            timeStampStr?: string;
        };
        applicationManagedResourcesResponse: {
            items?: components["schemas"]["v1alpha1ResourceDiff"][] | null;
        };
        applicationOperationTerminateResponse: Record<string, never>;
        applicationResourceActionParameters: {
            name?: string;
            value?: string;
        };
        applicationResourceActionRunRequestV2: {
            action?: string;
            appNamespace?: string;
            group?: string;
            kind?: string;
            name?: string;
            namespace?: string;
            project?: string;
            resourceActionParameters?: components["schemas"]["applicationResourceActionParameters"][];
            resourceName?: string;
            version?: string;
        };
        applicationResourceActionsListResponse: {
            actions?: components["schemas"]["v1alpha1ResourceAction"][];
        };
        applicationSyncOptions: {
            items?: string[];
        };
        applicationsetApplicationSetGenerateRequest: {
            applicationSet?: components["schemas"]["v1alpha1ApplicationSet"];
        };
        applicationsetApplicationSetGenerateResponse: {
            applications?: components["schemas"]["v1alpha1Application"][];
        };
        applicationsetApplicationSetResponse: {
            applicationset?: components["schemas"]["v1alpha1ApplicationSet"];
            project?: string;
        };
        applicationv1alpha1EnvEntry: {
            name?: string;
            value?: string;
        };
        applicationv1alpha1ResourceStatus: {
            group?: string;
            health?: components["schemas"]["v1alpha1HealthStatus"];
            hook?: boolean;
            kind?: string;
            name?: string;
            namespace?: string;
            requiresDeletionConfirmation?: boolean;
            requiresPruning?: boolean;
            status?: string;
            /** Format: int64 */
            syncWave?: number;
            version?: string;
        };
        clusterClusterID: {
            type?: string;
            value?: string;
        };
        clusterClusterResponse: Record<string, never>;
        clusterConnector: {
            name?: string;
            type?: string;
        };
        clusterDexConfig: {
            connectors?: components["schemas"]["clusterConnector"][];
        };
        clusterGoogleAnalyticsConfig: {
            anonymizeUsers?: boolean;
            trackingID?: string;
        };
        clusterHelp: {
            binaryUrls?: {
                [key: string]: string;
            };
            chatText?: string;
            chatUrl?: string;
        };
        clusterOIDCConfig: {
            cliClientID?: string;
            clientID?: string;
            enablePKCEAuthentication?: boolean;
            idTokenClaims?: {
                [key: string]: components["schemas"]["oidcClaim"];
            };
            issuer?: string;
            name?: string;
            scopes?: string[];
        };
        clusterPlugin: {
            name?: string;
        };
        clusterSettings: {
            additionalUrls?: string[];
            appLabelKey?: string;
            appsInAnyNamespaceEnabled?: boolean;
            configManagementPlugins?: components["schemas"]["v1alpha1ConfigManagementPlugin"][];
            controllerNamespace?: string;
            dexConfig?: components["schemas"]["clusterDexConfig"];
            execEnabled?: boolean;
            googleAnalytics?: components["schemas"]["clusterGoogleAnalyticsConfig"];
            help?: components["schemas"]["clusterHelp"];
            hydratorEnabled?: boolean;
            impersonationEnabled?: boolean;
            installationID?: string;
            kustomizeOptions?: components["schemas"]["v1alpha1KustomizeOptions"];
            kustomizeVersions?: string[];
            oidcConfig?: components["schemas"]["clusterOIDCConfig"];
            passwordPattern?: string;
            plugins?: components["schemas"]["clusterPlugin"][];
            resourceOverrides?: {
                [key: string]: components["schemas"]["v1alpha1ResourceOverride"];
            };
            statusBadgeEnabled?: boolean;
            statusBadgeRootUrl?: string;
            syncWithReplaceAllowed?: boolean;
            trackingMethod?: string;
            uiBannerContent?: string;
            uiBannerPermanent?: boolean;
            uiBannerPosition?: string;
            uiBannerURL?: string;
            uiCssURL?: string;
            url?: string;
            userLoginsDisabled?: boolean;
        };
        clusterSettingsPluginsResponse: {
            plugins?: components["schemas"]["clusterPlugin"][];
        };
        eventsEvent: {
            action?: string;
            /** Format: int32 */
            count?: number;
            eventTime?: components["schemas"]["v1MicroTime"];
            firstTimestamp?: components["schemas"]["v1Time"];
            involvedObject?: components["schemas"]["eventsObjectReference"];
            lastTimestamp?: components["schemas"]["v1Time"];
            message?: string;
            metadata?: components["schemas"]["v1ObjectMeta"];
            reason?: string;
            related?: components["schemas"]["eventsObjectReference"];
            reportingComponent?: string;
            reportingInstance?: string;
            series?: components["schemas"]["eventsEventSeries"];
            source?: components["schemas"]["eventsEventSource"];
            type?: string;
        };
        eventsEventList: {
            items: components["schemas"]["eventsEvent"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        eventsEventSeries: {
            /** Format: int32 */
            count?: number;
            lastObservedTime?: components["schemas"]["v1MicroTime"];
        };
        eventsEventSource: {
            component?: string;
            host?: string;
        };
        eventsObjectReference: {
            apiVersion?: string;
            fieldPath?: string;
            kind?: string;
            name?: string;
            namespace?: string;
            resourceVersion?: string;
            uid?: string;
        };
        gpgkeyGnuPGPublicKeyCreateResponse: {
            created?: components["schemas"]["v1alpha1GnuPGPublicKeyList"];
            skipped?: string[];
        };
        gpgkeyGnuPGPublicKeyResponse: Record<string, never>;
        intstrIntOrString: number | string;
        notificationService: {
            name?: string;
        };
        notificationServiceList: {
            items?: components["schemas"]["notificationService"][];
        };
        notificationTemplate: {
            name?: string;
        };
        notificationTemplateList: {
            items?: components["schemas"]["notificationTemplate"][];
        };
        notificationTrigger: {
            name?: string;
        };
        notificationTriggerList: {
            items?: components["schemas"]["notificationTrigger"][];
        };
        oidcClaim: {
            essential?: boolean;
            value?: string;
            values?: string[];
        };
        projectDetailedProjectsResponse: {
            clusters?: components["schemas"]["v1alpha1Cluster"][];
            globalProjects?: components["schemas"]["v1alpha1AppProject"][];
            project?: components["schemas"]["v1alpha1AppProject"];
            repositories?: components["schemas"]["v1alpha1Repository"][];
        };
        projectEmptyResponse: Record<string, never>;
        projectGlobalProjectsResponse: {
            items?: components["schemas"]["v1alpha1AppProject"][];
        };
        projectProjectCreateRequest: {
            project?: components["schemas"]["v1alpha1AppProject"];
            upsert?: boolean;
        };
        projectProjectTokenCreateRequest: {
            description?: string;
            /** Format: int64 */
            expiresIn?: number;
            id?: string;
            project?: string;
            role?: string;
        };
        projectProjectTokenResponse: {
            token?: string;
        };
        projectProjectUpdateRequest: {
            project?: components["schemas"]["v1alpha1AppProject"];
        };
        projectSyncWindowsResponse: {
            windows?: components["schemas"]["v1alpha1SyncWindow"][];
        };
        protobufAny: {
            type_url?: string;
            /** Format: byte */
            value?: string;
        };
        repocredsRepoCredsResponse: Record<string, never>;
        repositoryAppInfo: {
            path?: string;
            type?: string;
        };
        repositoryDirectoryAppSpec: Record<string, never>;
        repositoryHelmAppSpec: {
            fileParameters?: components["schemas"]["v1alpha1HelmFileParameter"][];
            name?: string;
            parameters?: components["schemas"]["v1alpha1HelmParameter"][];
            valueFiles?: string[];
            values?: string;
        };
        repositoryHelmChart: {
            name?: string;
            versions?: string[];
        };
        repositoryHelmChartsResponse: {
            items?: components["schemas"]["repositoryHelmChart"][];
        };
        repositoryKustomizeAppSpec: {
            images?: string[];
        };
        repositoryManifestResponse: {
            commands?: string[];
            manifests?: string[];
            namespace?: string;
            revision?: string;
            server?: string;
            sourceIntegrityResult?: components["schemas"]["v1alpha1SourceIntegrityCheckResult"];
            sourceType?: string;
            verifyResult?: string;
        };
        repositoryParameterAnnouncement: {
            array?: string[];
            collectionType?: string;
            itemType?: string;
            map?: {
                [key: string]: string;
            };
            name?: string;
            required?: boolean;
            string?: string;
            title?: string;
            tooltip?: string;
        };
        repositoryPluginAppSpec: {
            parametersAnnouncement?: components["schemas"]["repositoryParameterAnnouncement"][];
        };
        repositoryRefs: {
            branches?: string[];
            tags?: string[];
        };
        repositoryRepoAppDetailsQuery: {
            appName?: string;
            appProject?: string;
            source?: components["schemas"]["v1alpha1ApplicationSource"];
            /** Format: int32 */
            sourceIndex?: number;
            /** Format: int32 */
            versionId?: number;
        };
        repositoryRepoAppDetailsResponse: {
            directory?: components["schemas"]["repositoryDirectoryAppSpec"];
            helm?: components["schemas"]["repositoryHelmAppSpec"];
            kustomize?: components["schemas"]["repositoryKustomizeAppSpec"];
            plugin?: components["schemas"]["repositoryPluginAppSpec"];
            type?: string;
        };
        repositoryRepoAppsResponse: {
            items?: components["schemas"]["repositoryAppInfo"][];
        };
        repositoryRepoResponse: Record<string, never>;
        runtimeError: {
            /** Format: int32 */
            code?: number;
            details?: components["schemas"]["protobufAny"][];
            error?: string;
            message?: string;
        };
        runtimeRawExtension: {
            [key: string]: unknown;
        };
        runtimeStreamError: {
            details?: components["schemas"]["protobufAny"][];
            /** Format: int32 */
            grpc_code?: number;
            /** Format: int32 */
            http_code?: number;
            http_status?: string;
            message?: string;
        };
        sessionGetUserInfoResponse: {
            groups?: string[];
            iss?: string;
            loggedIn?: boolean;
            username?: string;
        };
        sessionSessionCreateRequest: {
            password?: string;
            token?: string;
            username?: string;
        };
        sessionSessionResponse: {
            token?: string;
        };
        v1FieldsV1: {
            [key: string]: unknown;
        };
        v1GroupKind: {
            group?: string;
            kind?: string;
        };
        v1JSON: unknown;
        v1LabelSelector: {
            matchExpressions?: components["schemas"]["v1LabelSelectorRequirement"][];
            matchLabels?: {
                [key: string]: string;
            };
        };
        v1LabelSelectorRequirement: {
            key?: string;
            operator?: string;
            values?: string[];
        };
        v1ListMeta: {
            continue?: string;
            /** Format: int64 */
            remainingItemCount?: number;
            resourceVersion?: string;
            selfLink?: string;
            shardInfo?: components["schemas"]["v1ShardInfo"];
        };
        v1LoadBalancerIngress: {
            hostname?: string;
            ip?: string;
            ipMode?: string;
            ports?: components["schemas"]["v1PortStatus"][];
        };
        v1ManagedFieldsEntry: {
            apiVersion?: string;
            fieldsType?: string;
            fieldsV1?: components["schemas"]["v1FieldsV1"];
            manager?: string;
            operation?: string;
            subresource?: string;
            time?: components["schemas"]["v1Time"];
        };
        /** Format: date-time */
        v1MicroTime: string;
        v1NodeSwapStatus: {
            /** Format: int64 */
            capacity?: number;
        };
        v1NodeSystemInfo: {
            architecture?: string;
            bootID?: string;
            containerRuntimeVersion?: string;
            kernelVersion?: string;
            kubeProxyVersion?: string;
            kubeletVersion?: string;
            machineID?: string;
            operatingSystem?: string;
            osImage?: string;
            swap?: components["schemas"]["v1NodeSwapStatus"];
            systemUUID?: string;
        };
        v1ObjectMeta: {
            annotations?: {
                [key: string]: string;
            };
            creationTimestamp?: components["schemas"]["v1Time"];
            /** Format: int64 */
            deletionGracePeriodSeconds?: number;
            deletionTimestamp?: components["schemas"]["v1Time"];
            finalizers?: string[];
            generateName?: string;
            /** Format: int64 */
            generation?: number;
            labels?: {
                [key: string]: string;
            };
            managedFields?: components["schemas"]["v1ManagedFieldsEntry"][];
            name?: string;
            namespace?: string;
            ownerReferences?: components["schemas"]["v1OwnerReference"][];
            resourceVersion?: string;
            selfLink?: string;
            uid?: string;
        };
        v1OwnerReference: {
            apiVersion?: string;
            blockOwnerDeletion?: boolean;
            controller?: boolean;
            kind?: string;
            name?: string;
            uid?: string;
        };
        v1PortStatus: {
            error?: string;
            /** Format: int32 */
            port?: number;
            protocol?: string;
        };
        v1ShardInfo: {
            selector?: string;
        };
        /** Format: date-time */
        v1Time: string;
        v1alpha1AWSAuthConfig: {
            clusterName?: string;
            profile?: string;
            roleARN?: string;
        };
        v1alpha1AppHealthStatus: {
            lastTransitionTime?: components["schemas"]["v1Time"];
            message?: string;
            status?: string;
        };
        v1alpha1AppProject: {
            metadata?: components["schemas"]["v1ObjectMeta"];
            spec?: components["schemas"]["v1alpha1AppProjectSpec"];
            status?: components["schemas"]["v1alpha1AppProjectStatus"];
        };
        v1alpha1AppProjectList: {
            items: components["schemas"]["v1alpha1AppProject"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1AppProjectSpec: {
            clusterResourceBlacklist?: components["schemas"]["v1alpha1ClusterResourceRestrictionItem"][];
            clusterResourceWhitelist?: components["schemas"]["v1alpha1ClusterResourceRestrictionItem"][];
            description?: string;
            destinationServiceAccounts?: components["schemas"]["v1alpha1ApplicationDestinationServiceAccount"][];
            destinations?: components["schemas"]["v1alpha1ApplicationDestination"][];
            namespaceResourceBlacklist?: components["schemas"]["v1GroupKind"][];
            namespaceResourceWhitelist?: components["schemas"]["v1GroupKind"][];
            orphanedResources?: components["schemas"]["v1alpha1OrphanedResourcesMonitorSettings"];
            permitOnlyProjectScopedClusters?: boolean;
            roles?: components["schemas"]["v1alpha1ProjectRole"][];
            signatureKeys?: components["schemas"]["v1alpha1SignatureKey"][];
            sourceIntegrity?: components["schemas"]["v1alpha1SourceIntegrity"];
            sourceNamespaces?: string[];
            sourceRepos?: string[];
            syncWindows?: components["schemas"]["v1alpha1SyncWindow"][];
        };
        v1alpha1AppProjectStatus: {
            jwtTokensByRole?: {
                [key: string]: components["schemas"]["v1alpha1JWTTokens"];
            };
        };
        v1alpha1Application: {
            metadata: components["schemas"]["v1ObjectMeta"];
            operation?: components["schemas"]["v1alpha1Operation"];
            spec: components["schemas"]["v1alpha1ApplicationSpec"];
            status?: components["schemas"]["v1alpha1ApplicationStatus"];
        };
        v1alpha1ApplicationCondition: {
            lastTransitionTime?: components["schemas"]["v1Time"];
            message: string;
            type: string;
        };
        v1alpha1ApplicationDestination: {
            name?: string;
            namespace?: string;
            server?: string;
        };
        v1alpha1ApplicationDestinationServiceAccount: {
            defaultServiceAccount?: string;
            namespace?: string;
            server?: string;
        };
        v1alpha1ApplicationList: {
            items: components["schemas"]["v1alpha1Application"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1ApplicationMatchExpression: {
            key?: string;
            operator?: string;
            values?: string[];
        };
        v1alpha1ApplicationPreservedFields: {
            annotations?: string[];
            labels?: string[];
        };
        v1alpha1ApplicationSet: {
            metadata?: components["schemas"]["v1ObjectMeta"];
            spec?: components["schemas"]["v1alpha1ApplicationSetSpec"];
            status?: components["schemas"]["v1alpha1ApplicationSetStatus"];
        };
        v1alpha1ApplicationSetApplicationStatus: {
            application?: string;
            lastTransitionTime?: components["schemas"]["v1Time"];
            message?: string;
            status?: string;
            step?: string;
            targetrevisions?: string[];
        };
        v1alpha1ApplicationSetCondition: {
            lastTransitionTime?: components["schemas"]["v1Time"];
            message?: string;
            reason?: string;
            status?: string;
            type?: string;
        };
        v1alpha1ApplicationSetGenerator: {
            clusterDecisionResource?: components["schemas"]["v1alpha1DuckTypeGenerator"];
            clusters?: components["schemas"]["v1alpha1ClusterGenerator"];
            git?: components["schemas"]["v1alpha1GitGenerator"];
            list?: components["schemas"]["v1alpha1ListGenerator"];
            matrix?: components["schemas"]["v1alpha1MatrixGenerator"];
            merge?: components["schemas"]["v1alpha1MergeGenerator"];
            plugin?: components["schemas"]["v1alpha1PluginGenerator"];
            pullRequest?: components["schemas"]["v1alpha1PullRequestGenerator"];
            scmProvider?: components["schemas"]["v1alpha1SCMProviderGenerator"];
            selector?: components["schemas"]["v1LabelSelector"];
        };
        v1alpha1ApplicationSetList: {
            items: components["schemas"]["v1alpha1ApplicationSet"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1ApplicationSetNestedGenerator: {
            clusterDecisionResource?: components["schemas"]["v1alpha1DuckTypeGenerator"];
            clusters?: components["schemas"]["v1alpha1ClusterGenerator"];
            git?: components["schemas"]["v1alpha1GitGenerator"];
            list?: components["schemas"]["v1alpha1ListGenerator"];
            matrix?: components["schemas"]["v1JSON"];
            merge?: components["schemas"]["v1JSON"];
            plugin?: components["schemas"]["v1alpha1PluginGenerator"];
            pullRequest?: components["schemas"]["v1alpha1PullRequestGenerator"];
            scmProvider?: components["schemas"]["v1alpha1SCMProviderGenerator"];
            selector?: components["schemas"]["v1LabelSelector"];
        };
        v1alpha1ApplicationSetResourceIgnoreDifferences: {
            jqPathExpressions?: string[];
            jsonPointers?: string[];
            name?: string;
        };
        v1alpha1ApplicationSetRolloutStep: {
            matchExpressions?: components["schemas"]["v1alpha1ApplicationMatchExpression"][];
            maxUpdate?: components["schemas"]["intstrIntOrString"];
        };
        v1alpha1ApplicationSetRolloutStrategy: {
            steps?: components["schemas"]["v1alpha1ApplicationSetRolloutStep"][];
        };
        v1alpha1ApplicationSetSpec: {
            applyNestedSelectors?: boolean;
            generators?: components["schemas"]["v1alpha1ApplicationSetGenerator"][];
            goTemplate?: boolean;
            goTemplateOptions?: string[];
            ignoreApplicationDifferences?: components["schemas"]["v1alpha1ApplicationSetResourceIgnoreDifferences"][];
            preservedFields?: components["schemas"]["v1alpha1ApplicationPreservedFields"];
            strategy?: components["schemas"]["v1alpha1ApplicationSetStrategy"];
            syncPolicy?: components["schemas"]["v1alpha1ApplicationSetSyncPolicy"];
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
            templatePatch?: string;
        };
        v1alpha1ApplicationSetStatus: {
            applicationStatus?: components["schemas"]["v1alpha1ApplicationSetApplicationStatus"][];
            conditions?: components["schemas"]["v1alpha1ApplicationSetCondition"][];
            health?: components["schemas"]["v1alpha1HealthStatus"];
            resources?: components["schemas"]["applicationv1alpha1ResourceStatus"][];
            /** Format: int64 */
            resourcesCount?: number;
        };
        v1alpha1ApplicationSetStrategy: {
            deletionOrder?: string;
            rollingSync?: components["schemas"]["v1alpha1ApplicationSetRolloutStrategy"];
            type?: string;
        };
        v1alpha1ApplicationSetSyncPolicy: {
            applicationsSync?: string;
            preserveResourcesOnDeletion?: boolean;
        };
        v1alpha1ApplicationSetTemplate: {
            metadata?: components["schemas"]["v1alpha1ApplicationSetTemplateMeta"];
            spec?: components["schemas"]["v1alpha1ApplicationSpec"];
        };
        v1alpha1ApplicationSetTemplateMeta: {
            annotations?: {
                [key: string]: string;
            };
            finalizers?: string[];
            labels?: {
                [key: string]: string;
            };
            name?: string;
            namespace?: string;
        };
        v1alpha1ApplicationSetTree: {
            nodes?: components["schemas"]["v1alpha1ResourceNode"][];
        };
        v1alpha1ApplicationSetWatchEvent: {
            applicationSet?: components["schemas"]["v1alpha1ApplicationSet"];
            type?: string;
        };
        v1alpha1ApplicationSource: {
            chart?: string;
            directory?: components["schemas"]["v1alpha1ApplicationSourceDirectory"];
            helm?: components["schemas"]["v1alpha1ApplicationSourceHelm"];
            kustomize?: components["schemas"]["v1alpha1ApplicationSourceKustomize"];
            name?: string;
            path?: string;
            plugin?: components["schemas"]["v1alpha1ApplicationSourcePlugin"];
            ref?: string;
            repoURL?: string;
            tagPrefix?: string;
            targetRevision?: string;
        };
        v1alpha1ApplicationSourceDirectory: {
            exclude?: string;
            include?: string;
            jsonnet?: components["schemas"]["v1alpha1ApplicationSourceJsonnet"];
            recurse?: boolean;
        };
        v1alpha1ApplicationSourceHelm: {
            apiVersions?: string[];
            fileParameters?: components["schemas"]["v1alpha1HelmFileParameter"][];
            ignoreMissingValueFiles?: boolean;
            kubeVersion?: string;
            namespace?: string;
            parameters?: components["schemas"]["v1alpha1HelmParameter"][];
            passCredentials?: boolean;
            releaseName?: string;
            skipCrds?: boolean;
            skipSchemaValidation?: boolean;
            skipTests?: boolean;
            valueFiles?: string[];
            values?: string;
            valuesObject?: components["schemas"]["runtimeRawExtension"];
            version?: string;
        };
        v1alpha1ApplicationSourceJsonnet: {
            extVars?: components["schemas"]["v1alpha1JsonnetVar"][];
            libs?: string[];
            tlas?: components["schemas"]["v1alpha1JsonnetVar"][];
        };
        v1alpha1ApplicationSourceKustomize: {
            apiVersions?: string[];
            commonAnnotations?: {
                [key: string]: string;
            };
            commonAnnotationsEnvsubst?: boolean;
            commonLabels?: {
                [key: string]: string;
            };
            components?: string[];
            forceCommonAnnotations?: boolean;
            forceCommonLabels?: boolean;
            ignoreMissingComponents?: boolean;
            images?: string[];
            kubeVersion?: string;
            labelIncludeTemplates?: boolean;
            labelWithoutSelector?: boolean;
            namePrefix?: string;
            nameSuffix?: string;
            namespace?: string;
            patches?: components["schemas"]["v1alpha1KustomizePatch"][];
            replicas?: components["schemas"]["v1alpha1KustomizeReplica"][];
            version?: string;
        };
        v1alpha1ApplicationSourcePlugin: {
            env?: components["schemas"]["applicationv1alpha1EnvEntry"][];
            name?: string;
            parameters?: components["schemas"]["v1alpha1ApplicationSourcePluginParameter"][];
        };
        v1alpha1ApplicationSourcePluginParameter: {
            array?: string[];
            map?: {
                [key: string]: string;
            };
            name?: string;
            string?: string;
        };
        v1alpha1ApplicationSpec: {
            destination?: components["schemas"]["v1alpha1ApplicationDestination"];
            ignoreDifferences?: components["schemas"]["v1alpha1ResourceIgnoreDifferences"][];
            info?: components["schemas"]["v1alpha1Info"][];
            project?: string;
            /** Format: int64 */
            revisionHistoryLimit?: number;
            source?: components["schemas"]["v1alpha1ApplicationSource"];
            sourceHydrator?: components["schemas"]["v1alpha1SourceHydrator"];
            sources?: components["schemas"]["v1alpha1ApplicationSource"][];
            syncPolicy?: components["schemas"]["v1alpha1SyncPolicy"];
        };
        v1alpha1ApplicationStatus: {
            conditions?: components["schemas"]["v1alpha1ApplicationCondition"][];
            controllerNamespace?: string;
            health?: components["schemas"]["v1alpha1AppHealthStatus"];
            history?: components["schemas"]["v1alpha1RevisionHistory"][];
            observedAt?: components["schemas"]["v1Time"];
            operationState?: components["schemas"]["v1alpha1OperationState"];
            reconciledAt?: components["schemas"]["v1Time"];
            resourceHealthSource?: string;
            resources?: components["schemas"]["applicationv1alpha1ResourceStatus"][];
            sourceHydrator?: components["schemas"]["v1alpha1SourceHydratorStatus"];
            sourceType?: string;
            sourceTypes?: string[];
            summary?: components["schemas"]["v1alpha1ApplicationSummary"];
            sync?: components["schemas"]["v1alpha1SyncStatus"];
        };
        v1alpha1ApplicationSummary: {
            externalURLs?: string[];
            images?: string[];
            isAppOfApps?: boolean;
        };
        v1alpha1ApplicationTree: {
            hosts?: components["schemas"]["v1alpha1HostInfo"][] | null;
            nodes?: components["schemas"]["v1alpha1ResourceNode"][] | null;
            orphanedNodes?: components["schemas"]["v1alpha1ResourceNode"][] | null;
            /** Format: int64 */
            shardsCount?: number;
        };
        v1alpha1ApplicationWatchEvent: {
            application?: components["schemas"]["v1alpha1Application"];
            type?: string;
        };
        v1alpha1Backoff: {
            duration?: string;
            /** Format: int64 */
            factor?: number;
            maxDuration?: string;
        };
        v1alpha1BasicAuthBitbucketServer: {
            passwordRef?: components["schemas"]["v1alpha1SecretRef"];
            username?: string;
        };
        v1alpha1BearerTokenBitbucket: {
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1BearerTokenBitbucketCloud: {
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1ChartDetails: {
            description?: string;
            home?: string;
            maintainers?: string[];
        };
        v1alpha1Cluster: {
            annotations?: {
                [key: string]: string;
            };
            clusterResources?: boolean;
            config?: components["schemas"]["v1alpha1ClusterConfig"];
            connectionState?: components["schemas"]["v1alpha1ConnectionState"];
            info?: components["schemas"]["v1alpha1ClusterInfo"];
            labels?: {
                [key: string]: string;
            };
            name?: string;
            namespaces?: string[];
            project?: string;
            refreshRequestedAt?: components["schemas"]["v1Time"];
            server?: string;
            serverVersion?: string;
            /** Format: int64 */
            shard?: number;
        };
        v1alpha1ClusterCacheInfo: {
            /** Format: int64 */
            apisCount?: number;
            lastCacheSyncTime?: components["schemas"]["v1Time"];
            /** Format: int64 */
            resourcesCount?: number;
        };
        v1alpha1ClusterConfig: {
            awsAuthConfig?: components["schemas"]["v1alpha1AWSAuthConfig"];
            bearerToken?: string;
            disableCompression?: boolean;
            execProviderConfig?: components["schemas"]["v1alpha1ExecProviderConfig"];
            password?: string;
            proxyUrl?: string;
            tlsClientConfig?: components["schemas"]["v1alpha1TLSClientConfig"];
            username?: string;
        };
        v1alpha1ClusterGenerator: {
            flatList?: boolean;
            selector?: components["schemas"]["v1LabelSelector"];
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
            values?: {
                [key: string]: string;
            };
        };
        v1alpha1ClusterInfo: {
            apiVersions?: string[];
            /** Format: int64 */
            applicationsCount?: number;
            cacheInfo?: components["schemas"]["v1alpha1ClusterCacheInfo"];
            connectionState?: components["schemas"]["v1alpha1ConnectionState"];
            serverVersion?: string;
        };
        v1alpha1ClusterList: {
            items: components["schemas"]["v1alpha1Cluster"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1ClusterResourceRestrictionItem: {
            group?: string;
            kind?: string;
            name?: string;
        };
        v1alpha1Command: {
            args?: string[];
            command?: string[];
        };
        v1alpha1CommitMetadata: {
            author?: string;
            body?: string;
            date?: string;
            repoUrl?: string;
            sha?: string;
            subject?: string;
        };
        v1alpha1ComparedTo: {
            destination?: components["schemas"]["v1alpha1ApplicationDestination"];
            ignoreDifferences?: components["schemas"]["v1alpha1ResourceIgnoreDifferences"][];
            source?: components["schemas"]["v1alpha1ApplicationSource"];
            sources?: components["schemas"]["v1alpha1ApplicationSource"][];
        };
        v1alpha1ConfigManagementPlugin: {
            generate?: components["schemas"]["v1alpha1Command"];
            init?: components["schemas"]["v1alpha1Command"];
            lockRepo?: boolean;
            name?: string;
        };
        v1alpha1ConfigMapKeyRef: {
            configMapName?: string;
            key?: string;
        };
        v1alpha1ConnectionState: {
            attemptedAt?: components["schemas"]["v1Time"];
            message?: string;
            status?: string;
        };
        v1alpha1DrySource: {
            directory?: components["schemas"]["v1alpha1ApplicationSourceDirectory"];
            helm?: components["schemas"]["v1alpha1ApplicationSourceHelm"];
            kustomize?: components["schemas"]["v1alpha1ApplicationSourceKustomize"];
            path?: string;
            plugin?: components["schemas"]["v1alpha1ApplicationSourcePlugin"];
            repoURL?: string;
            targetRevision?: string;
        };
        v1alpha1DuckTypeGenerator: {
            configMapRef?: string;
            labelSelector?: components["schemas"]["v1LabelSelector"];
            name?: string;
            /** Format: int64 */
            requeueAfterSeconds?: number;
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
            values?: {
                [key: string]: string;
            };
        };
        v1alpha1ExecProviderConfig: {
            apiVersion?: string;
            args?: string[];
            command?: string;
            config?: components["schemas"]["runtimeRawExtension"];
            env?: {
                [key: string]: string;
            };
            installHint?: string;
            provideClusterInfo?: boolean;
        };
        v1alpha1GitDirectoryGeneratorItem: {
            exclude?: boolean;
            path?: string;
        };
        v1alpha1GitFileGeneratorItem: {
            exclude?: boolean;
            path?: string;
        };
        v1alpha1GitGenerator: {
            directories?: components["schemas"]["v1alpha1GitDirectoryGeneratorItem"][];
            files?: components["schemas"]["v1alpha1GitFileGeneratorItem"][];
            pathParamPrefix?: string;
            repoURL?: string;
            /** Format: int64 */
            requeueAfterSeconds?: number;
            revision?: string;
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
            values?: {
                [key: string]: string;
            };
        };
        v1alpha1GnuPGPublicKey: {
            fingerprint?: string;
            keyData?: string;
            keyID?: string;
            owner?: string;
            subType?: string;
            trust?: string;
        };
        v1alpha1GnuPGPublicKeyList: {
            items?: components["schemas"]["v1alpha1GnuPGPublicKey"][];
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1HealthStatus: {
            lastTransitionTime?: components["schemas"]["v1Time"];
            message?: string;
            status?: string;
        };
        v1alpha1HelmFileParameter: {
            name?: string;
            path?: string;
        };
        v1alpha1HelmParameter: {
            forceString?: boolean;
            name?: string;
            value?: string;
        };
        v1alpha1HostInfo: {
            labels?: {
                [key: string]: string;
            };
            name?: string;
            resourcesInfo?: components["schemas"]["v1alpha1HostResourceInfo"][];
            systemInfo?: components["schemas"]["v1NodeSystemInfo"];
        };
        v1alpha1HostResourceInfo: {
            /** Format: int64 */
            capacity?: number;
            /** Format: int64 */
            requestedByApp?: number;
            /** Format: int64 */
            requestedByNeighbors?: number;
            resourceName?: string;
        };
        v1alpha1HydrateOperation: {
            drySHA?: string;
            finishedAt?: components["schemas"]["v1Time"];
            hydratedSHA?: string;
            message?: string;
            phase?: string;
            sourceHydrator?: components["schemas"]["v1alpha1SourceHydrator"];
            startedAt?: components["schemas"]["v1Time"];
        };
        v1alpha1HydrateTo: {
            targetBranch?: string;
        };
        v1alpha1Info: {
            name?: string;
            value?: string;
        };
        v1alpha1InfoItem: {
            name?: string;
            value?: string;
        };
        v1alpha1JWTToken: {
            /** Format: int64 */
            exp?: number;
            /** Format: int64 */
            iat?: number;
            id?: string;
        };
        v1alpha1JWTTokens: {
            items?: components["schemas"]["v1alpha1JWTToken"][];
        };
        v1alpha1JsonnetVar: {
            code?: boolean;
            name?: string;
            value?: string;
        };
        v1alpha1KnownTypeField: {
            field?: string;
            type?: string;
        };
        v1alpha1KustomizeGvk: {
            group?: string;
            kind?: string;
            version?: string;
        };
        v1alpha1KustomizeOptions: {
            binaryPath?: string;
            buildOptions?: string;
            versions?: components["schemas"]["v1alpha1KustomizeVersion"][];
        };
        v1alpha1KustomizePatch: {
            options?: {
                [key: string]: boolean;
            };
            patch?: string;
            path?: string;
            target?: components["schemas"]["v1alpha1KustomizeSelector"];
        };
        v1alpha1KustomizeReplica: {
            count?: components["schemas"]["intstrIntOrString"];
            name?: string;
        };
        v1alpha1KustomizeResId: {
            gvk?: components["schemas"]["v1alpha1KustomizeGvk"];
            name?: string;
            namespace?: string;
        };
        v1alpha1KustomizeSelector: {
            annotationSelector?: string;
            labelSelector?: string;
            resId?: components["schemas"]["v1alpha1KustomizeResId"];
        };
        v1alpha1KustomizeVersion: {
            buildOptions?: string;
            name?: string;
            path?: string;
        };
        v1alpha1ListGenerator: {
            elements?: components["schemas"]["v1JSON"][];
            elementsYaml?: string;
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
        };
        v1alpha1ManagedNamespaceMetadata: {
            annotations?: {
                [key: string]: string;
            };
            labels?: {
                [key: string]: string;
            };
        };
        v1alpha1MatrixGenerator: {
            generators?: components["schemas"]["v1alpha1ApplicationSetNestedGenerator"][];
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
        };
        v1alpha1MergeGenerator: {
            generators?: components["schemas"]["v1alpha1ApplicationSetNestedGenerator"][];
            mergeKeys?: string[];
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
        };
        v1alpha1OCIMetadata: {
            authors?: string;
            createdAt?: string;
            description?: string;
            docsUrl?: string;
            imageUrl?: string;
            sourceUrl?: string;
            version?: string;
        };
        v1alpha1Operation: {
            info?: components["schemas"]["v1alpha1Info"][];
            initiatedBy?: components["schemas"]["v1alpha1OperationInitiator"];
            retry?: components["schemas"]["v1alpha1RetryStrategy"];
            sync?: components["schemas"]["v1alpha1SyncOperation"];
        };
        v1alpha1OperationInitiator: {
            automated?: boolean;
            username?: string;
        };
        v1alpha1OperationState: {
            finishedAt?: components["schemas"]["v1Time"];
            message?: string;
            operation: components["schemas"]["v1alpha1Operation"];
            phase: string;
            /** Format: int64 */
            retryCount?: number;
            startedAt: components["schemas"]["v1Time"];
            syncResult?: components["schemas"]["v1alpha1SyncOperationResult"];
        };
        v1alpha1OrphanedResourceKey: {
            group?: string;
            kind?: string;
            name?: string;
        };
        v1alpha1OrphanedResourcesMonitorSettings: {
            ignore?: components["schemas"]["v1alpha1OrphanedResourceKey"][];
            warn?: boolean;
        };
        v1alpha1OverrideIgnoreDiff: {
            jSONPointers?: string[];
            jqPathExpressions?: string[];
            managedFieldsManagers?: string[];
        };
        v1alpha1PluginConfigMapRef: {
            name?: string;
        };
        v1alpha1PluginGenerator: {
            configMapRef?: components["schemas"]["v1alpha1PluginConfigMapRef"];
            input?: components["schemas"]["v1alpha1PluginInput"];
            /** Format: int64 */
            requeueAfterSeconds?: number;
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
            values?: {
                [key: string]: string;
            };
        };
        v1alpha1PluginInput: {
            parameters?: {
                [key: string]: components["schemas"]["v1JSON"];
            };
        };
        v1alpha1ProjectRole: {
            description?: string;
            groups?: string[];
            jwtTokens?: components["schemas"]["v1alpha1JWTToken"][];
            name?: string;
            policies?: string[];
        };
        v1alpha1PullRequestGenerator: {
            azuredevops?: components["schemas"]["v1alpha1PullRequestGeneratorAzureDevOps"];
            bitbucket?: components["schemas"]["v1alpha1PullRequestGeneratorBitbucket"];
            bitbucketServer?: components["schemas"]["v1alpha1PullRequestGeneratorBitbucketServer"];
            continueOnRepoNotFoundError?: boolean;
            filters?: components["schemas"]["v1alpha1PullRequestGeneratorFilter"][];
            gitea?: components["schemas"]["v1alpha1PullRequestGeneratorGitea"];
            github?: components["schemas"]["v1alpha1PullRequestGeneratorGithub"];
            gitlab?: components["schemas"]["v1alpha1PullRequestGeneratorGitLab"];
            /** Format: int64 */
            requeueAfterSeconds?: number;
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
            values?: {
                [key: string]: string;
            };
        };
        v1alpha1PullRequestGeneratorAzureDevOps: {
            api?: string;
            labels?: string[];
            organization?: string;
            project?: string;
            repo?: string;
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1PullRequestGeneratorBitbucket: {
            api?: string;
            basicAuth?: components["schemas"]["v1alpha1BasicAuthBitbucketServer"];
            bearerToken?: components["schemas"]["v1alpha1BearerTokenBitbucketCloud"];
            owner?: string;
            repo?: string;
        };
        v1alpha1PullRequestGeneratorBitbucketServer: {
            api?: string;
            basicAuth?: components["schemas"]["v1alpha1BasicAuthBitbucketServer"];
            bearerToken?: components["schemas"]["v1alpha1BearerTokenBitbucket"];
            caRef?: components["schemas"]["v1alpha1ConfigMapKeyRef"];
            insecure?: boolean;
            project?: string;
            repo?: string;
        };
        v1alpha1PullRequestGeneratorFilter: {
            branchMatch?: string;
            targetBranchMatch?: string;
            titleMatch?: string;
        };
        v1alpha1PullRequestGeneratorGitLab: {
            api?: string;
            caRef?: components["schemas"]["v1alpha1ConfigMapKeyRef"];
            insecure?: boolean;
            labels?: string[];
            project?: string;
            pullRequestState?: string;
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1PullRequestGeneratorGitea: {
            api?: string;
            insecure?: boolean;
            labels?: string[];
            owner?: string;
            repo?: string;
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1PullRequestGeneratorGithub: {
            api?: string;
            appSecretName?: string;
            labels?: string[];
            owner?: string;
            repo?: string;
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1RepoCreds: {
            azureActiveDirectoryEndpoint?: string;
            azureServicePrincipalClientId?: string;
            azureServicePrincipalClientSecret?: string;
            azureServicePrincipalTenantId?: string;
            bearerToken?: string;
            enableOCI?: boolean;
            forceHttpBasicAuth?: boolean;
            gcpServiceAccountKey?: string;
            githubAppEnterpriseBaseUrl?: string;
            /** Format: int64 */
            githubAppID?: number;
            /** Format: int64 */
            githubAppInstallationID?: number;
            githubAppPrivateKey?: string;
            insecureOCIForceHttp?: boolean;
            noProxy?: string;
            password?: string;
            proxy?: string;
            sshPrivateKey?: string;
            tlsClientCertData?: string;
            tlsClientCertKey?: string;
            type?: string;
            url?: string;
            useAzureWorkloadIdentity?: boolean;
            username?: string;
        };
        v1alpha1RepoCredsList: {
            items: components["schemas"]["v1alpha1RepoCreds"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1Repository: {
            azureActiveDirectoryEndpoint?: string;
            azureServicePrincipalClientId?: string;
            azureServicePrincipalClientSecret?: string;
            azureServicePrincipalTenantId?: string;
            bearerToken?: string;
            connectionState?: components["schemas"]["v1alpha1ConnectionState"];
            /** Format: int64 */
            depth?: number;
            enableLfs?: boolean;
            enableOCI?: boolean;
            forceHttpBasicAuth?: boolean;
            gcpServiceAccountKey?: string;
            githubAppEnterpriseBaseUrl?: string;
            /** Format: int64 */
            githubAppID?: number;
            /** Format: int64 */
            githubAppInstallationID?: number;
            githubAppPrivateKey?: string;
            inheritedCreds?: boolean;
            insecure?: boolean;
            insecureIgnoreHostKey?: boolean;
            insecureOCIForceHttp?: boolean;
            name?: string;
            noProxy?: string;
            password?: string;
            project?: string;
            proxy?: string;
            repo?: string;
            sshPrivateKey?: string;
            tlsClientCertData?: string;
            tlsClientCertKey?: string;
            type?: string;
            useAzureWorkloadIdentity?: boolean;
            username?: string;
            webhookManifestCacheWarmDisabled?: boolean;
        };
        v1alpha1RepositoryCertificate: {
            /** Format: byte */
            certData?: string;
            certInfo?: string;
            certSubType?: string;
            certType?: string;
            serverName?: string;
        };
        v1alpha1RepositoryCertificateList: {
            items: components["schemas"]["v1alpha1RepositoryCertificate"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1RepositoryList: {
            items: components["schemas"]["v1alpha1Repository"][] | null;
            metadata?: components["schemas"]["v1ListMeta"];
        };
        v1alpha1ResourceAction: {
            disabled?: boolean;
            displayName?: string;
            iconClass?: string;
            name?: string;
            params?: components["schemas"]["v1alpha1ResourceActionParam"][];
        };
        v1alpha1ResourceActionParam: {
            name?: string;
        };
        v1alpha1ResourceDiff: {
            diff?: string;
            group?: string;
            hook?: boolean;
            kind?: string;
            liveState?: string;
            modified?: boolean;
            name?: string;
            namespace?: string;
            normalizedLiveState?: string;
            predictedLiveState?: string;
            resourceVersion?: string;
            targetState?: string;
        };
        v1alpha1ResourceIgnoreDifferences: {
            group?: string;
            jqPathExpressions?: string[];
            jsonPointers?: string[];
            kind?: string;
            managedFieldsManagers?: string[];
            name?: string;
            namespace?: string;
        };
        v1alpha1ResourceNetworkingInfo: {
            externalURLs?: string[];
            ingress?: components["schemas"]["v1LoadBalancerIngress"][];
            labels?: {
                [key: string]: string;
            };
            targetLabels?: {
                [key: string]: string;
            };
            targetRefs?: components["schemas"]["v1alpha1ResourceRef"][];
        };
        v1alpha1ResourceNode: {
            createdAt?: components["schemas"]["v1Time"];
            health?: components["schemas"]["v1alpha1HealthStatus"];
            images?: string[];
            info?: components["schemas"]["v1alpha1InfoItem"][];
            networkingInfo?: components["schemas"]["v1alpha1ResourceNetworkingInfo"];
            parentRefs?: components["schemas"]["v1alpha1ResourceRef"][];
            resourceVersion?: string;
        } & components["schemas"]["v1alpha1ResourceRef"];
        v1alpha1ResourceOverride: {
            actions?: string;
            healthLua?: string;
            ignoreDifferences?: components["schemas"]["v1alpha1OverrideIgnoreDiff"];
            ignoreResourceUpdates?: components["schemas"]["v1alpha1OverrideIgnoreDiff"];
            knownTypeFields?: components["schemas"]["v1alpha1KnownTypeField"][];
            useOpenLibs?: boolean;
        };
        v1alpha1ResourceRef: {
            group?: string;
            kind: string;
            name: string;
            namespace?: string;
            uid?: string;
            version?: string;
        };
        v1alpha1ResourceResult: {
            group?: string;
            hookPhase?: string;
            hookType?: string;
            images?: string[];
            kind?: string;
            message?: string;
            name?: string;
            namespace?: string;
            status?: string;
            syncPhase?: string;
            version?: string;
        };
        v1alpha1RetryStrategy: {
            backoff?: components["schemas"]["v1alpha1Backoff"];
            /** Format: int64 */
            limit?: number;
            refresh?: boolean;
        };
        v1alpha1RevisionHistory: {
            deployStartedAt?: components["schemas"]["v1Time"];
            deployedAt?: components["schemas"]["v1Time"];
            /** Format: int64 */
            id?: number;
            initiatedBy?: components["schemas"]["v1alpha1OperationInitiator"];
            revision?: string;
            revisions?: string[];
            source?: components["schemas"]["v1alpha1ApplicationSource"];
            sources?: components["schemas"]["v1alpha1ApplicationSource"][];
        };
        v1alpha1RevisionMetadata: {
            author?: string;
            date?: components["schemas"]["v1Time"];
            message?: string;
            references?: components["schemas"]["v1alpha1RevisionReference"][];
            signatureInfo?: string;
            sourceIntegrityResult?: components["schemas"]["v1alpha1SourceIntegrityCheckResult"];
            tags?: string[];
        };
        v1alpha1RevisionReference: {
            commit?: components["schemas"]["v1alpha1CommitMetadata"];
        };
        v1alpha1SCMProviderGenerator: {
            awsCodeCommit?: components["schemas"]["v1alpha1SCMProviderGeneratorAWSCodeCommit"];
            azureDevOps?: components["schemas"]["v1alpha1SCMProviderGeneratorAzureDevOps"];
            bitbucket?: components["schemas"]["v1alpha1SCMProviderGeneratorBitbucket"];
            bitbucketServer?: components["schemas"]["v1alpha1SCMProviderGeneratorBitbucketServer"];
            cloneProtocol?: string;
            filters?: components["schemas"]["v1alpha1SCMProviderGeneratorFilter"][];
            gitea?: components["schemas"]["v1alpha1SCMProviderGeneratorGitea"];
            github?: components["schemas"]["v1alpha1SCMProviderGeneratorGithub"];
            gitlab?: components["schemas"]["v1alpha1SCMProviderGeneratorGitlab"];
            /** Format: int64 */
            requeueAfterSeconds?: number;
            template?: components["schemas"]["v1alpha1ApplicationSetTemplate"];
            values?: {
                [key: string]: string;
            };
        };
        v1alpha1SCMProviderGeneratorAWSCodeCommit: {
            allBranches?: boolean;
            region?: string;
            role?: string;
            tagFilters?: components["schemas"]["v1alpha1TagFilter"][];
        };
        v1alpha1SCMProviderGeneratorAzureDevOps: {
            accessTokenRef?: components["schemas"]["v1alpha1SecretRef"];
            allBranches?: boolean;
            api?: string;
            organization?: string;
            teamProject?: string;
        };
        v1alpha1SCMProviderGeneratorBitbucket: {
            allBranches?: boolean;
            appPasswordRef?: components["schemas"]["v1alpha1SecretRef"];
            owner?: string;
            user?: string;
        };
        v1alpha1SCMProviderGeneratorBitbucketServer: {
            allBranches?: boolean;
            api?: string;
            basicAuth?: components["schemas"]["v1alpha1BasicAuthBitbucketServer"];
            bearerToken?: components["schemas"]["v1alpha1BearerTokenBitbucket"];
            caRef?: components["schemas"]["v1alpha1ConfigMapKeyRef"];
            insecure?: boolean;
            project?: string;
        };
        v1alpha1SCMProviderGeneratorFilter: {
            branchMatch?: string;
            labelMatch?: string;
            pathsDoNotExist?: string[];
            pathsExist?: string[];
            repositoryMatch?: string;
        };
        v1alpha1SCMProviderGeneratorGitea: {
            allBranches?: boolean;
            api?: string;
            excludeArchivedRepos?: boolean;
            insecure?: boolean;
            owner?: string;
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1SCMProviderGeneratorGithub: {
            allBranches?: boolean;
            api?: string;
            appSecretName?: string;
            excludeArchivedRepos?: boolean;
            organization?: string;
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
        };
        v1alpha1SCMProviderGeneratorGitlab: {
            allBranches?: boolean;
            api?: string;
            caRef?: components["schemas"]["v1alpha1ConfigMapKeyRef"];
            group?: string;
            includeArchivedRepos?: boolean;
            includeSharedProjects?: boolean;
            includeSubgroups?: boolean;
            insecure?: boolean;
            tokenRef?: components["schemas"]["v1alpha1SecretRef"];
            topic?: string;
        };
        v1alpha1SecretRef: {
            key?: string;
            secretName?: string;
        };
        v1alpha1SignatureKey: {
            keyID?: string;
        };
        v1alpha1SourceHydrator: {
            drySource?: components["schemas"]["v1alpha1DrySource"];
            hydrateTo?: components["schemas"]["v1alpha1HydrateTo"];
            syncSource?: components["schemas"]["v1alpha1SyncSource"];
        };
        v1alpha1SourceHydratorStatus: {
            currentOperation?: components["schemas"]["v1alpha1HydrateOperation"];
            lastComparedDryRevision?: string;
            lastSuccessfulOperation?: components["schemas"]["v1alpha1SuccessfulHydrateOperation"];
        };
        v1alpha1SourceIntegrity: {
            git?: components["schemas"]["v1alpha1SourceIntegrityGit"];
        };
        v1alpha1SourceIntegrityCheckResult: {
            checks?: components["schemas"]["v1alpha1SourceIntegrityCheckResultItem"][];
        };
        v1alpha1SourceIntegrityCheckResultItem: {
            name?: string;
            problems?: string[];
        };
        v1alpha1SourceIntegrityGit: {
            policies?: components["schemas"]["v1alpha1SourceIntegrityGitPolicy"][];
        };
        v1alpha1SourceIntegrityGitPolicy: {
            gpg?: components["schemas"]["v1alpha1SourceIntegrityGitPolicyGPG"];
            repos?: components["schemas"]["v1alpha1SourceIntegrityGitPolicyRepo"][];
        };
        v1alpha1SourceIntegrityGitPolicyGPG: {
            keys?: string[];
            mode?: string;
        };
        v1alpha1SourceIntegrityGitPolicyRepo: {
            url?: string;
        };
        v1alpha1SuccessfulHydrateOperation: {
            drySHA?: string;
            hydratedSHA?: string;
            sourceHydrator?: components["schemas"]["v1alpha1SourceHydrator"];
        };
        v1alpha1SyncOperation: {
            /** Format: int64 */
            autoHealAttemptsCount?: number;
            dryRun?: boolean;
            manifests?: string[];
            prune?: boolean;
            resources?: components["schemas"]["v1alpha1SyncOperationResource"][];
            revision?: string;
            revisions?: string[];
            source?: components["schemas"]["v1alpha1ApplicationSource"];
            sources?: components["schemas"]["v1alpha1ApplicationSource"][];
            syncOptions?: string[];
            syncStrategy?: components["schemas"]["v1alpha1SyncStrategy"];
        };
        v1alpha1SyncOperationResource: {
            group?: string;
            kind?: string;
            name?: string;
            namespace?: string;
        };
        v1alpha1SyncOperationResult: {
            managedNamespaceMetadata?: components["schemas"]["v1alpha1ManagedNamespaceMetadata"];
            resources?: components["schemas"]["v1alpha1ResourceResult"][];
            revision?: string;
            revisions?: string[];
            source?: components["schemas"]["v1alpha1ApplicationSource"];
            sources?: components["schemas"]["v1alpha1ApplicationSource"][];
        };
        v1alpha1SyncPolicy: {
            automated?: components["schemas"]["v1alpha1SyncPolicyAutomated"];
            managedNamespaceMetadata?: components["schemas"]["v1alpha1ManagedNamespaceMetadata"];
            retry?: components["schemas"]["v1alpha1RetryStrategy"];
            syncOptions?: string[];
        };
        v1alpha1SyncPolicyAutomated: {
            allowEmpty?: boolean;
            enabled?: boolean;
            prune?: boolean;
            selfHeal?: boolean;
        };
        v1alpha1SyncSource: {
            path?: string;
            repoURL?: string;
            targetBranch?: string;
        };
        v1alpha1SyncStatus: {
            comparedTo?: components["schemas"]["v1alpha1ComparedTo"];
            revision?: string;
            revisions?: string[];
            status: string;
        };
        v1alpha1SyncStrategy: {
            apply?: components["schemas"]["v1alpha1SyncStrategyApply"];
            hook?: components["schemas"]["v1alpha1SyncStrategyHook"];
        };
        v1alpha1SyncStrategyApply: {
            force?: boolean;
        };
        v1alpha1SyncStrategyHook: {
            syncStrategyApply?: components["schemas"]["v1alpha1SyncStrategyApply"];
        };
        v1alpha1SyncWindow: {
            andOperator?: boolean;
            applications?: string[];
            clusters?: string[];
            description?: string;
            duration?: string;
            kind?: string;
            manualSync?: boolean;
            namespaces?: string[];
            schedule?: string;
            syncOverrun?: boolean;
            timeZone?: string;
        };
        v1alpha1TLSClientConfig: {
            /** Format: byte */
            caData?: string;
            /** Format: byte */
            certData?: string;
            insecure?: boolean;
            /** Format: byte */
            keyData?: string;
            serverName?: string;
        };
        v1alpha1TagFilter: {
            key?: string;
            value?: string;
        };
        versionVersionMessage: {
            BuildDate?: string;
            Compiler?: string;
            ExtraBuildInfo?: string;
            GitCommit?: string;
            GitTag?: string;
            GitTreeState?: string;
            GoVersion?: string;
            HelmVersion?: string;
            JsonnetVersion?: string;
            KubectlVersion?: string;
            KustomizeVersion?: string;
            Platform?: string;
            Version?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: {
        v1alpha1RepoCreds: {
            content: {
                "application/json": components["schemas"]["v1alpha1RepoCreds"];
            };
        };
        v1alpha1Application: {
            content: {
                "application/json": components["schemas"]["v1alpha1Application"];
            };
        };
        ApplicationService_PatchResourceBody: {
            content: {
                "application/json": string;
            };
        };
        v1alpha1Cluster: {
            content: {
                "application/json": components["schemas"]["v1alpha1Cluster"];
            };
        };
        v1alpha1Repository: {
            content: {
                "application/json": components["schemas"]["v1alpha1Repository"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AccountService_ListAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["accountAccountsList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    AccountService_CanI: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource: string;
                action: string;
                subresource: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["accountCanIResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    AccountService_UpdatePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["accountUpdatePasswordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["accountUpdatePasswordResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    AccountService_GetAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["accountAccount"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    AccountService_CreateToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["accountCreateTokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["accountCreateTokenResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    AccountService_DeleteToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["accountEmptyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_List: {
        parameters: {
            query?: {
                name?: string;
                refresh?: string;
                projects?: string[];
                resourceVersion?: string;
                selector?: string;
                repo?: string;
                appNamespace?: string;
                project?: string[];
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ApplicationList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Create: {
        parameters: {
            query?: {
                upsert?: boolean;
                validate?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Application"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Application"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_GetManifestsWithFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["applicationApplicationManifestQueryWithFilesWrapper"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryManifestResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_ServerSideDiff: {
        parameters: {
            query?: {
                appNamespace?: string;
                project?: string;
                targetManifests?: string[];
            };
            header?: never;
            path: {
                appName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationServerSideDiffResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Update: {
        parameters: {
            query?: {
                validate?: boolean;
                project?: string;
            };
            header?: never;
            path: {
                "application.metadata.name": string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Application"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Application"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_ManagedResources: {
        parameters: {
            query?: {
                namespace?: string;
                name?: string;
                version?: string;
                group?: string;
                kind?: string;
                appNamespace?: string;
                project?: string;
                fields?: string;
            };
            header?: never;
            path: {
                applicationName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationManagedResourcesResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_ResourceTree: {
        parameters: {
            query?: {
                namespace?: string;
                name?: string;
                version?: string;
                group?: string;
                kind?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                applicationName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ApplicationTree"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Get: {
        parameters: {
            query?: {
                refresh?: string;
                projects?: string[];
                resourceVersion?: string;
                selector?: string;
                repo?: string;
                appNamespace?: string;
                project?: string[];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Application"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Delete: {
        parameters: {
            query?: {
                cascade?: boolean;
                propagationPolicy?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["applicationApplicationPatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Application"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_ListResourceEvents: {
        parameters: {
            query?: {
                resourceNamespace?: string;
                resourceName?: string;
                resourceUID?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["eventsEventList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_ListLinks: {
        parameters: {
            query?: {
                namespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationLinksResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_PodLogs2: {
        parameters: {
            query?: {
                namespace?: string;
                podName?: string;
                container?: string;
                sinceSeconds?: string;
                "sinceTime.seconds"?: string;
                "sinceTime.nanos"?: number;
                tailLines?: string;
                follow?: boolean;
                untilTime?: string;
                filter?: string;
                kind?: string;
                group?: string;
                resourceName?: string;
                previous?: boolean;
                appNamespace?: string;
                project?: string;
                matchCase?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["runtimeStreamError"];
                        result?: components["schemas"]["applicationLogEntry"];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_GetManifests: {
        parameters: {
            query?: {
                revision?: string;
                appNamespace?: string;
                project?: string;
                sourcePositions?: string[];
                revisions?: string[];
                noCache?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryManifestResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_TerminateOperation: {
        parameters: {
            query?: {
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationOperationTerminateResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_PodLogs: {
        parameters: {
            query?: {
                namespace?: string;
                container?: string;
                sinceSeconds?: string;
                "sinceTime.seconds"?: string;
                "sinceTime.nanos"?: number;
                tailLines?: string;
                follow?: boolean;
                untilTime?: string;
                filter?: string;
                kind?: string;
                group?: string;
                resourceName?: string;
                previous?: boolean;
                appNamespace?: string;
                project?: string;
                matchCase?: boolean;
            };
            header?: never;
            path: {
                name: string;
                podName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["runtimeStreamError"];
                        result?: components["schemas"]["applicationLogEntry"];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_GetResource: {
        parameters: {
            query?: {
                namespace?: string;
                resourceName?: string;
                version?: string;
                group?: string;
                kind?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationResourceResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_PatchResource: {
        parameters: {
            query?: {
                namespace?: string;
                resourceName?: string;
                version?: string;
                group?: string;
                kind?: string;
                patchType?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApplicationService_PatchResourceBody"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationResourceResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_DeleteResource: {
        parameters: {
            query?: {
                namespace?: string;
                resourceName?: string;
                version?: string;
                group?: string;
                kind?: string;
                force?: boolean;
                orphan?: boolean;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_ListResourceActions: {
        parameters: {
            query?: {
                namespace?: string;
                resourceName?: string;
                version?: string;
                group?: string;
                kind?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationResourceActionsListResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_RunResourceAction: {
        parameters: {
            query?: {
                namespace?: string;
                resourceName?: string;
                version?: string;
                group?: string;
                kind?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApplicationService_PatchResourceBody"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_RunResourceActionV2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["applicationResourceActionRunRequestV2"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_ListResourceLinks: {
        parameters: {
            query?: {
                namespace?: string;
                resourceName?: string;
                version?: string;
                group?: string;
                kind?: string;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationLinksResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_RevisionChartDetails: {
        parameters: {
            query?: {
                appNamespace?: string;
                project?: string;
                sourceIndex?: number;
                versionId?: number;
            };
            header?: never;
            path: {
                name: string;
                revision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ChartDetails"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_RevisionMetadata: {
        parameters: {
            query?: {
                appNamespace?: string;
                project?: string;
                sourceIndex?: number;
                versionId?: number;
            };
            header?: never;
            path: {
                name: string;
                revision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RevisionMetadata"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_GetOCIMetadata: {
        parameters: {
            query?: {
                appNamespace?: string;
                project?: string;
                sourceIndex?: number;
                versionId?: number;
            };
            header?: never;
            path: {
                name: string;
                revision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1OCIMetadata"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Rollback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["applicationApplicationRollbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Application"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_UpdateSpec: {
        parameters: {
            query?: {
                validate?: boolean;
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["v1alpha1ApplicationSpec"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ApplicationSpec"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Sync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["applicationApplicationSyncRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Application"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_GetApplicationSyncWindows: {
        parameters: {
            query?: {
                appNamespace?: string;
                project?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationApplicationSyncWindowsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_List: {
        parameters: {
            query?: {
                projects?: string[];
                selector?: string;
                appsetNamespace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ApplicationSetList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_Create: {
        parameters: {
            query?: {
                upsert?: boolean;
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["v1alpha1ApplicationSet"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ApplicationSet"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_Generate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["applicationsetApplicationSetGenerateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationsetApplicationSetGenerateResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_Get: {
        parameters: {
            query?: {
                appsetNamespace?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ApplicationSet"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_Delete: {
        parameters: {
            query?: {
                appsetNamespace?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationsetApplicationSetResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_ListResourceEvents: {
        parameters: {
            query?: {
                appsetNamespace?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["eventsEventList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_ResourceTree: {
        parameters: {
            query?: {
                appsetNamespace?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ApplicationSetTree"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    CertificateService_ListCertificates: {
        parameters: {
            query?: {
                hostNamePattern?: string;
                certType?: string;
                certSubType?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepositoryCertificateList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    CertificateService_CreateCertificate: {
        parameters: {
            query?: {
                upsert?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["v1alpha1RepositoryCertificateList"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepositoryCertificateList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    CertificateService_DeleteCertificate: {
        parameters: {
            query?: {
                hostNamePattern?: string;
                certType?: string;
                certSubType?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepositoryCertificateList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ClusterService_List: {
        parameters: {
            query?: {
                server?: string;
                name?: string;
                "id.type"?: string;
                "id.value"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1ClusterList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ClusterService_Create: {
        parameters: {
            query?: {
                upsert?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Cluster"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Cluster"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ClusterService_Get: {
        parameters: {
            query?: {
                server?: string;
                name?: string;
                "id.type"?: string;
            };
            header?: never;
            path: {
                "id.value": string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Cluster"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ClusterService_Update: {
        parameters: {
            query?: {
                updatedFields?: string[];
                "id.type"?: string;
            };
            header?: never;
            path: {
                "id.value": string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Cluster"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Cluster"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ClusterService_Delete: {
        parameters: {
            query?: {
                server?: string;
                name?: string;
                "id.type"?: string;
            };
            header?: never;
            path: {
                "id.value": string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clusterClusterResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ClusterService_InvalidateCache: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "id.value": string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Cluster"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ClusterService_RotateAuth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "id.value": string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clusterClusterResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    GPGKeyService_List: {
        parameters: {
            query?: {
                keyID?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1GnuPGPublicKeyList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    GPGKeyService_Create: {
        parameters: {
            query?: {
                upsert?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["v1alpha1GnuPGPublicKey"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gpgkeyGnuPGPublicKeyCreateResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    GPGKeyService_Delete: {
        parameters: {
            query?: {
                keyID?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gpgkeyGnuPGPublicKeyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    GPGKeyService_Get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1GnuPGPublicKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    NotificationService_ListServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["notificationServiceList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    NotificationService_ListTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["notificationTemplateList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    NotificationService_ListTriggers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["notificationTriggerList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_List: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1AppProjectList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_Create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["projectProjectCreateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1AppProject"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_Get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1AppProject"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_Delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectEmptyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_GetDetailedProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectDetailedProjectsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_ListEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["eventsEventList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_GetGlobalProjects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectGlobalProjectsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_ListLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationLinksResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_GetSyncWindowsState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectSyncWindowsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_Update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "project.metadata.name": string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["projectProjectUpdateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1AppProject"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_CreateToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["projectProjectTokenCreateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectProjectTokenResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ProjectService_DeleteToken: {
        parameters: {
            query?: {
                id?: string;
            };
            header?: never;
            path: {
                project: string;
                role: string;
                iat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectEmptyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_ListRepositoryCredentials: {
        parameters: {
            query?: {
                url?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepoCredsList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_CreateRepositoryCredentials: {
        parameters: {
            query?: {
                upsert?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1RepoCreds"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepoCreds"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_UpdateRepositoryCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "creds.url": string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1RepoCreds"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepoCreds"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_DeleteRepositoryCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                url: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repocredsRepoCredsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_ListRepositories: {
        parameters: {
            query?: {
                repo?: string;
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepositoryList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_CreateRepository: {
        parameters: {
            query?: {
                upsert?: boolean;
                credsOnly?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Repository"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Repository"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_UpdateRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "repo.repo": string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Repository"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Repository"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_Get: {
        parameters: {
            query?: {
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Repository"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_DeleteRepository: {
        parameters: {
            query?: {
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRepoResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_ListApps: {
        parameters: {
            query?: {
                revision?: string;
                appName?: string;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRepoAppsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_GetHelmCharts: {
        parameters: {
            query?: {
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryHelmChartsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_ListOCITags: {
        parameters: {
            query?: {
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRefs"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_ListRefs: {
        parameters: {
            query?: {
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRefs"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_ValidateAccess: {
        parameters: {
            query?: {
                username?: string;
                password?: string;
                sshPrivateKey?: string;
                insecure?: boolean;
                tlsClientCertData?: string;
                tlsClientCertKey?: string;
                type?: string;
                name?: string;
                enableOci?: boolean;
                githubAppPrivateKey?: string;
                githubAppID?: string;
                githubAppInstallationID?: string;
                githubAppEnterpriseBaseUrl?: string;
                proxy?: string;
                project?: string;
                gcpServiceAccountKey?: string;
                forceHttpBasicAuth?: boolean;
                useAzureWorkloadIdentity?: boolean;
                bearerToken?: string;
                insecureOciForceHttp?: boolean;
                azureServicePrincipalClientId?: string;
                azureServicePrincipalClientSecret?: string;
                azureServicePrincipalTenantId?: string;
                azureActiveDirectoryEndpoint?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApplicationService_PatchResourceBody"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRepoResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_GetAppDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "source.repoURL": string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["repositoryRepoAppDetailsQuery"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRepoAppDetailsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    SessionService_Create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["sessionSessionCreateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sessionSessionResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    SessionService_Delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sessionSessionResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    SessionService_GetUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sessionGetUserInfoResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    SettingsService_Get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clusterSettings"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    SettingsService_GetPlugins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["clusterSettingsPluginsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_Watch: {
        parameters: {
            query?: {
                name?: string;
                refresh?: string;
                projects?: string[];
                resourceVersion?: string;
                selector?: string;
                repo?: string;
                appNamespace?: string;
                project?: string[];
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["runtimeStreamError"];
                        result?: components["schemas"]["v1alpha1ApplicationWatchEvent"];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationService_WatchResourceTree: {
        parameters: {
            query?: {
                namespace?: string;
                name?: string;
                version?: string;
                group?: string;
                kind?: string;
                appNamespace?: string;
                project?: string;
                fields?: string;
            };
            header?: never;
            path: {
                applicationName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["runtimeStreamError"];
                        result?: components["schemas"]["v1alpha1ApplicationTree"];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    ApplicationSetService_Watch: {
        parameters: {
            query?: {
                name?: string;
                projects?: string[];
                selector?: string;
                appSetNamespace?: string;
                resourceVersion?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["runtimeStreamError"];
                        result?: components["schemas"]["v1alpha1ApplicationSetWatchEvent"];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_ListWriteRepositoryCredentials: {
        parameters: {
            query?: {
                url?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepoCredsList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_CreateWriteRepositoryCredentials: {
        parameters: {
            query?: {
                upsert?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1RepoCreds"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepoCreds"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_UpdateWriteRepositoryCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "creds.url": string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1RepoCreds"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepoCreds"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepoCredsService_DeleteWriteRepositoryCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                url: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repocredsRepoCredsResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_ListWriteRepositories: {
        parameters: {
            query?: {
                repo?: string;
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1RepositoryList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_CreateWriteRepository: {
        parameters: {
            query?: {
                upsert?: boolean;
                credsOnly?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Repository"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Repository"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_UpdateWriteRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "repo.repo": string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["v1alpha1Repository"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Repository"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_GetWrite: {
        parameters: {
            query?: {
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["v1alpha1Repository"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_DeleteWriteRepository: {
        parameters: {
            query?: {
                forceRefresh?: boolean;
                appProject?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRepoResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    RepositoryService_ValidateWriteAccess: {
        parameters: {
            query?: {
                username?: string;
                password?: string;
                sshPrivateKey?: string;
                insecure?: boolean;
                tlsClientCertData?: string;
                tlsClientCertKey?: string;
                type?: string;
                name?: string;
                enableOci?: boolean;
                githubAppPrivateKey?: string;
                githubAppID?: string;
                githubAppInstallationID?: string;
                githubAppEnterpriseBaseUrl?: string;
                proxy?: string;
                project?: string;
                gcpServiceAccountKey?: string;
                forceHttpBasicAuth?: boolean;
                useAzureWorkloadIdentity?: boolean;
                bearerToken?: string;
                insecureOciForceHttp?: boolean;
                azureServicePrincipalClientId?: string;
                azureServicePrincipalClientSecret?: string;
                azureServicePrincipalTenantId?: string;
                azureActiveDirectoryEndpoint?: string;
            };
            header?: never;
            path: {
                repo: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApplicationService_PatchResourceBody"];
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["repositoryRepoResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
    VersionService_Version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["versionVersionMessage"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["runtimeError"];
                };
            };
        };
    };
}
