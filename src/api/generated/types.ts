// Made by scripts/generate-types.mjs from schema.json: do not edit.

export interface ControllerRevision {
  readonly apiVersion: string
  readonly data?: RawExtension | undefined
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly revision: number
}

export interface DaemonSet {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: DaemonSetSpec
  readonly status?: DaemonSetStatus | undefined
}

export interface DaemonSetCondition {
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface DaemonSetSpec {
  readonly minReadySeconds?: number | undefined
  readonly revisionHistoryLimit?: number | undefined
  readonly selector: LabelSelector
  readonly template: PodTemplateSpec
  readonly updateStrategy?: DaemonSetUpdateStrategy | undefined
}

export interface DaemonSetStatus {
  readonly collisionCount?: number | undefined
  readonly conditions?: readonly DaemonSetCondition[] | undefined
  readonly currentNumberScheduled: number
  readonly desiredNumberScheduled: number
  readonly numberAvailable?: number | undefined
  readonly numberMisscheduled: number
  readonly numberReady: number
  readonly numberUnavailable?: number | undefined
  readonly observedGeneration?: number | undefined
  readonly updatedNumberScheduled?: number | undefined
}

export interface DaemonSetUpdateStrategy {
  readonly rollingUpdate?: RollingUpdateDaemonSet | undefined
  readonly type?: 'OnDelete' | 'RollingUpdate' | undefined
}

export interface Deployment {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: DeploymentSpec
  readonly status?: DeploymentStatus | undefined
}

export interface DeploymentCondition {
  readonly lastTransitionTime?: Time | undefined
  readonly lastUpdateTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface DeploymentSpec {
  readonly minReadySeconds?: number | undefined
  readonly paused?: boolean | undefined
  readonly progressDeadlineSeconds?: number | undefined
  readonly replicas?: number | undefined
  readonly revisionHistoryLimit?: number | undefined
  readonly selector: LabelSelector
  readonly strategy?: DeploymentStrategy | undefined
  readonly template: PodTemplateSpec
}

export interface DeploymentStatus {
  readonly availableReplicas?: number | undefined
  readonly collisionCount?: number | undefined
  readonly conditions?: readonly DeploymentCondition[] | undefined
  readonly observedGeneration?: number | undefined
  readonly readyReplicas?: number | undefined
  readonly replicas?: number | undefined
  readonly terminatingReplicas?: number | undefined
  readonly unavailableReplicas?: number | undefined
  readonly updatedReplicas?: number | undefined
}

export interface DeploymentStrategy {
  readonly rollingUpdate?: RollingUpdateDeployment | undefined
  readonly type?: 'Recreate' | 'RollingUpdate' | undefined
}

export interface ReplicaSet {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: ReplicaSetSpec
  readonly status?: ReplicaSetStatus | undefined
}

export interface ReplicaSetCondition {
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface ReplicaSetSpec {
  readonly minReadySeconds?: number | undefined
  readonly replicas?: number | undefined
  readonly selector: LabelSelector
  readonly template?: PodTemplateSpec | undefined
}

export interface ReplicaSetStatus {
  readonly availableReplicas?: number | undefined
  readonly conditions?: readonly ReplicaSetCondition[] | undefined
  readonly fullyLabeledReplicas?: number | undefined
  readonly observedGeneration?: number | undefined
  readonly readyReplicas?: number | undefined
  readonly replicas: number
  readonly terminatingReplicas?: number | undefined
}

export interface RollingUpdateDaemonSet {
  readonly maxSurge?: IntOrString | undefined
  readonly maxUnavailable?: IntOrString | undefined
}

export interface RollingUpdateDeployment {
  readonly maxSurge?: IntOrString | undefined
  readonly maxUnavailable?: IntOrString | undefined
}

export interface RollingUpdateStatefulSetStrategy {
  readonly maxUnavailable?: IntOrString | undefined
  readonly partition?: number | undefined
}

export interface StatefulSet {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: StatefulSetSpec
  readonly status?: StatefulSetStatus | undefined
}

export interface StatefulSetCondition {
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface StatefulSetOrdinals {
  readonly start?: number | undefined
}

export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  readonly whenDeleted?: string | undefined
  readonly whenScaled?: string | undefined
}

export interface StatefulSetSpec {
  readonly minReadySeconds?: number | undefined
  readonly ordinals?: StatefulSetOrdinals | undefined
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy | undefined
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel' | undefined
  readonly replicas?: number | undefined
  readonly revisionHistoryLimit?: number | undefined
  readonly selector: LabelSelector
  readonly serviceName?: string | undefined
  readonly template: PodTemplateSpec
  readonly updateStrategy?: StatefulSetUpdateStrategy | undefined
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaim[] | undefined
}

export interface StatefulSetStatus {
  readonly availableReplicas?: number | undefined
  readonly collisionCount?: number | undefined
  readonly conditions?: readonly StatefulSetCondition[] | undefined
  readonly currentReplicas?: number | undefined
  readonly currentRevision?: string | undefined
  readonly observedGeneration?: number | undefined
  readonly readyReplicas?: number | undefined
  readonly replicas: number
  readonly updateRevision?: string | undefined
  readonly updatedReplicas?: number | undefined
}

export interface StatefulSetUpdateStrategy {
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy | undefined
  readonly type?: 'OnDelete' | 'RollingUpdate' | undefined
}

export interface ContainerResourceMetricSource {
  readonly container: string
  readonly name: string
  readonly target: MetricTarget
}

export interface ContainerResourceMetricStatus {
  readonly container: string
  readonly current: MetricValueStatus
  readonly name: string
}

export interface CrossVersionObjectReference {
  readonly apiVersion?: string | undefined
  readonly kind: string
  readonly name: string
}

export interface ExternalMetricSource {
  readonly metric: MetricIdentifier
  readonly target: MetricTarget
}

export interface ExternalMetricStatus {
  readonly current: MetricValueStatus
  readonly metric: MetricIdentifier
}

export interface HPAScalingPolicy {
  readonly periodSeconds: number
  readonly type: string
  readonly value: number
}

export interface HPAScalingRules {
  readonly policies?: readonly HPAScalingPolicy[] | undefined
  readonly selectPolicy?: string | undefined
  readonly stabilizationWindowSeconds?: number | undefined
  readonly tolerance?: Quantity | undefined
}

export interface HorizontalPodAutoscaler {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: HorizontalPodAutoscalerSpec
  readonly status?: HorizontalPodAutoscalerStatus | undefined
}

export interface HorizontalPodAutoscalerBehavior {
  readonly scaleDown?: HPAScalingRules | undefined
  readonly scaleUp?: HPAScalingRules | undefined
}

export interface HorizontalPodAutoscalerCondition {
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface HorizontalPodAutoscalerSpec {
  readonly behavior?: HorizontalPodAutoscalerBehavior | undefined
  readonly maxReplicas: number
  readonly metrics?: readonly MetricSpec[] | undefined
  readonly minReplicas?: number | undefined
  readonly scaleTargetRef: CrossVersionObjectReference
}

export interface HorizontalPodAutoscalerStatus {
  readonly conditions?: readonly HorizontalPodAutoscalerCondition[] | undefined
  readonly currentMetrics?: readonly MetricStatus[] | undefined
  readonly currentReplicas?: number | undefined
  readonly desiredReplicas: number
  readonly lastScaleTime?: Time | undefined
  readonly observedGeneration?: number | undefined
}

export interface MetricIdentifier {
  readonly name: string
  readonly selector?: LabelSelector | undefined
}

export interface MetricSpec {
  readonly containerResource?: ContainerResourceMetricSource | undefined
  readonly external?: ExternalMetricSource | undefined
  readonly object?: ObjectMetricSource | undefined
  readonly pods?: PodsMetricSource | undefined
  readonly resource?: ResourceMetricSource | undefined
  readonly type: string
}

export interface MetricStatus {
  readonly containerResource?: ContainerResourceMetricStatus | undefined
  readonly external?: ExternalMetricStatus | undefined
  readonly object?: ObjectMetricStatus | undefined
  readonly pods?: PodsMetricStatus | undefined
  readonly resource?: ResourceMetricStatus | undefined
  readonly type: string
}

export interface MetricTarget {
  readonly averageUtilization?: number | undefined
  readonly averageValue?: Quantity | undefined
  readonly type: string
  readonly value?: Quantity | undefined
}

export interface MetricValueStatus {
  readonly averageUtilization?: number | undefined
  readonly averageValue?: Quantity | undefined
  readonly value?: Quantity | undefined
}

export interface ObjectMetricSource {
  readonly describedObject: CrossVersionObjectReference
  readonly metric: MetricIdentifier
  readonly target: MetricTarget
}

export interface ObjectMetricStatus {
  readonly current: MetricValueStatus
  readonly describedObject: CrossVersionObjectReference
  readonly metric: MetricIdentifier
}

export interface PodsMetricSource {
  readonly metric: MetricIdentifier
  readonly target: MetricTarget
}

export interface PodsMetricStatus {
  readonly current: MetricValueStatus
  readonly metric: MetricIdentifier
}

export interface ResourceMetricSource {
  readonly name: string
  readonly target: MetricTarget
}

export interface ResourceMetricStatus {
  readonly current: MetricValueStatus
  readonly name: string
}

export interface CronJob {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: CronJobSpec
  readonly status?: CronJobStatus | undefined
}

export interface CronJobSpec {
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace' | undefined
  readonly failedJobsHistoryLimit?: number | undefined
  readonly jobTemplate: JobTemplateSpec
  readonly schedule: string
  readonly startingDeadlineSeconds?: number | undefined
  readonly successfulJobsHistoryLimit?: number | undefined
  readonly suspend?: boolean | undefined
  readonly timeZone?: string | undefined
}

export interface CronJobStatus {
  readonly active?: readonly ObjectReference[] | undefined
  readonly lastScheduleTime?: Time | undefined
  readonly lastSuccessfulTime?: Time | undefined
}

export interface Job {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: JobSpec
  readonly status?: JobStatus | undefined
}

export interface JobCondition {
  readonly lastProbeTime?: Time | undefined
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface JobSpec {
  readonly activeDeadlineSeconds?: number | undefined
  readonly backoffLimit?: number | undefined
  readonly backoffLimitPerIndex?: number | undefined
  readonly completionMode?: 'Indexed' | 'NonIndexed' | undefined
  readonly completions?: number | undefined
  readonly managedBy?: string | undefined
  readonly manualSelector?: boolean | undefined
  readonly maxFailedIndexes?: number | undefined
  readonly parallelism?: number | undefined
  readonly podFailurePolicy?: PodFailurePolicy | undefined
  readonly podReplacementPolicy?: 'Failed' | 'TerminatingOrFailed' | undefined
  readonly selector?: LabelSelector | undefined
  readonly successPolicy?: SuccessPolicy | undefined
  readonly suspend?: boolean | undefined
  readonly template: PodTemplateSpec
  readonly ttlSecondsAfterFinished?: number | undefined
}

export interface JobStatus {
  readonly active?: number | undefined
  readonly completedIndexes?: string | undefined
  readonly completionTime?: Time | undefined
  readonly conditions?: readonly JobCondition[] | undefined
  readonly failed?: number | undefined
  readonly failedIndexes?: string | undefined
  readonly ready?: number | undefined
  readonly startTime?: Time | undefined
  readonly succeeded?: number | undefined
  readonly terminating?: number | undefined
  readonly uncountedTerminatedPods?: UncountedTerminatedPods | undefined
}

export interface JobTemplateSpec {
  readonly metadata?: ObjectMeta | undefined
  readonly spec?: JobSpec | undefined
}

export interface PodFailurePolicy {
  readonly rules: readonly PodFailurePolicyRule[]
}

export interface PodFailurePolicyOnExitCodesRequirement {
  readonly containerName?: string | undefined
  readonly operator: 'In' | 'NotIn'
  readonly values: readonly number[]
}

export interface PodFailurePolicyOnPodConditionsPattern {
  readonly status?: string | undefined
  readonly type: string
}

export interface PodFailurePolicyRule {
  readonly action: 'Count' | 'FailIndex' | 'FailJob' | 'Ignore'
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement | undefined
  readonly onPodConditions?: readonly PodFailurePolicyOnPodConditionsPattern[] | undefined
}

export interface SuccessPolicy {
  readonly rules: readonly SuccessPolicyRule[]
}

export interface SuccessPolicyRule {
  readonly succeededCount?: number | undefined
  readonly succeededIndexes?: string | undefined
}

export interface UncountedTerminatedPods {
  readonly failed?: readonly string[] | undefined
  readonly succeeded?: readonly string[] | undefined
}

export interface Lease {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: LeaseSpec
}

export interface LeaseSpec {
  readonly acquireTime?: MicroTime | undefined
  readonly holderIdentity?: string | undefined
  readonly leaseDurationSeconds?: number | undefined
  readonly leaseTransitions?: number | undefined
  readonly preferredHolder?: string | undefined
  readonly renewTime?: MicroTime | undefined
  readonly strategy?: string | undefined
}

export interface AWSElasticBlockStoreVolumeSource {
  readonly fsType?: string | undefined
  readonly partition?: number | undefined
  readonly readOnly?: boolean | undefined
  readonly volumeID: string
}

export interface Affinity {
  readonly nodeAffinity?: NodeAffinity | undefined
  readonly podAffinity?: PodAffinity | undefined
  readonly podAntiAffinity?: PodAntiAffinity | undefined
}

export interface AppArmorProfile {
  readonly localhostProfile?: string | undefined
  readonly type: 'Localhost' | 'RuntimeDefault' | 'Unconfined'
}

export interface AttachedVolume {
  readonly devicePath: string
  readonly name: string
}

export interface AzureDiskVolumeSource {
  readonly cachingMode?: 'None' | 'ReadOnly' | 'ReadWrite' | undefined
  readonly diskName: string
  readonly diskURI: string
  readonly fsType?: string | undefined
  readonly kind?: 'Dedicated' | 'Managed' | 'Shared' | undefined
  readonly readOnly?: boolean | undefined
}

export interface AzureFilePersistentVolumeSource {
  readonly readOnly?: boolean | undefined
  readonly secretName: string
  readonly secretNamespace?: string | undefined
  readonly shareName: string
}

export interface AzureFileVolumeSource {
  readonly readOnly?: boolean | undefined
  readonly secretName: string
  readonly shareName: string
}

export interface Binding {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly target: ObjectReference
}

export interface CSIPersistentVolumeSource {
  readonly controllerExpandSecretRef?: SecretReference | undefined
  readonly controllerPublishSecretRef?: SecretReference | undefined
  readonly driver: string
  readonly fsType?: string | undefined
  readonly nodeExpandSecretRef?: SecretReference | undefined
  readonly nodePublishSecretRef?: SecretReference | undefined
  readonly nodeStageSecretRef?: SecretReference | undefined
  readonly readOnly?: boolean | undefined
  readonly volumeAttributes?: { readonly [key: string]: string } | undefined
  readonly volumeHandle: string
}

export interface CSIVolumeSource {
  readonly driver: string
  readonly fsType?: string | undefined
  readonly nodePublishSecretRef?: LocalObjectReference | undefined
  readonly readOnly?: boolean | undefined
  readonly volumeAttributes?: { readonly [key: string]: string } | undefined
}

export interface Capabilities {
  readonly add?: readonly string[] | undefined
  readonly drop?: readonly string[] | undefined
}

export interface CephFSPersistentVolumeSource {
  readonly monitors: readonly string[]
  readonly path?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretFile?: string | undefined
  readonly secretRef?: SecretReference | undefined
  readonly user?: string | undefined
}

export interface CephFSVolumeSource {
  readonly monitors: readonly string[]
  readonly path?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretFile?: string | undefined
  readonly secretRef?: LocalObjectReference | undefined
  readonly user?: string | undefined
}

export interface CinderPersistentVolumeSource {
  readonly fsType?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: SecretReference | undefined
  readonly volumeID: string
}

export interface CinderVolumeSource {
  readonly fsType?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: LocalObjectReference | undefined
  readonly volumeID: string
}

export interface ClientIPConfig {
  readonly timeoutSeconds?: number | undefined
}

export interface ClusterTrustBundleProjection {
  readonly labelSelector?: LabelSelector | undefined
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
  readonly path: string
  readonly signerName?: string | undefined
}

export interface ConfigMap {
  readonly apiVersion: string
  readonly binaryData?: { readonly [key: string]: string } | undefined
  readonly data?: { readonly [key: string]: string } | undefined
  readonly immutable?: boolean | undefined
  readonly kind: string
  readonly metadata: ObjectMeta
}

export interface ConfigMapEnvSource {
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
}

export interface ConfigMapKeySelector {
  readonly key: string
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
}

export interface ConfigMapNodeConfigSource {
  readonly kubeletConfigKey: string
  readonly name: string
  readonly namespace: string
  readonly resourceVersion?: string | undefined
  readonly uid?: string | undefined
}

export interface ConfigMapProjection {
  readonly items?: readonly KeyToPath[] | undefined
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
}

export interface ConfigMapVolumeSource {
  readonly defaultMode?: number | undefined
  readonly items?: readonly KeyToPath[] | undefined
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
}

export interface Container {
  readonly args?: readonly string[] | undefined
  readonly command?: readonly string[] | undefined
  readonly env?: readonly EnvVar[] | undefined
  readonly envFrom?: readonly EnvFromSource[] | undefined
  readonly image?: string | undefined
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never' | undefined
  readonly lifecycle?: Lifecycle | undefined
  readonly livenessProbe?: Probe | undefined
  readonly name: string
  readonly ports?: readonly ContainerPort[] | undefined
  readonly readinessProbe?: Probe | undefined
  readonly resizePolicy?: readonly ContainerResizePolicy[] | undefined
  readonly resources?: ResourceRequirements | undefined
  readonly restartPolicy?: string | undefined
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined
  readonly securityContext?: SecurityContext | undefined
  readonly startupProbe?: Probe | undefined
  readonly stdin?: boolean | undefined
  readonly stdinOnce?: boolean | undefined
  readonly terminationMessagePath?: string | undefined
  readonly terminationMessagePolicy?: 'FallbackToLogsOnError' | 'File' | undefined
  readonly tty?: boolean | undefined
  readonly volumeDevices?: readonly VolumeDevice[] | undefined
  readonly volumeMounts?: readonly VolumeMount[] | undefined
  readonly workingDir?: string | undefined
}

export interface ContainerExtendedResourceRequest {
  readonly containerName: string
  readonly requestName: string
  readonly resourceName: string
}

export interface ContainerImage {
  readonly names?: readonly string[] | undefined
  readonly sizeBytes?: number | undefined
}

export interface ContainerPort {
  readonly containerPort: number
  readonly hostIP?: string | undefined
  readonly hostPort?: number | undefined
  readonly name?: string | undefined
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP' | undefined
}

export interface ContainerResizePolicy {
  readonly resourceName: string
  readonly restartPolicy: string
}

export interface ContainerRestartRule {
  readonly action: string
  readonly exitCodes?: ContainerRestartRuleOnExitCodes | undefined
}

export interface ContainerRestartRuleOnExitCodes {
  readonly operator: string
  readonly values?: readonly number[] | undefined
}

export interface ContainerState {
  readonly running?: ContainerStateRunning | undefined
  readonly terminated?: ContainerStateTerminated | undefined
  readonly waiting?: ContainerStateWaiting | undefined
}

export interface ContainerStateRunning {
  readonly startedAt?: Time | undefined
}

export interface ContainerStateTerminated {
  readonly containerID?: string | undefined
  readonly exitCode: number
  readonly finishedAt?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly signal?: number | undefined
  readonly startedAt?: Time | undefined
}

export interface ContainerStateWaiting {
  readonly message?: string | undefined
  readonly reason?: string | undefined
}

export interface ContainerStatus {
  readonly allocatedResources?: { readonly [key: string]: Quantity } | undefined
  readonly allocatedResourcesStatus?: readonly ResourceStatus[] | undefined
  readonly containerID?: string | undefined
  readonly image: string
  readonly imageID: string
  readonly lastState?: ContainerState | undefined
  readonly name: string
  readonly ready: boolean
  readonly resources?: ResourceRequirements | undefined
  readonly restartCount: number
  readonly started?: boolean | undefined
  readonly state?: ContainerState | undefined
  readonly stopSignal?: 'SIGABRT' | 'SIGALRM' | 'SIGBUS' | 'SIGCHLD' | 'SIGCLD' | 'SIGCONT' | 'SIGFPE' | 'SIGHUP' | 'SIGILL' | 'SIGINT' | 'SIGIO' | 'SIGIOT' | 'SIGKILL' | 'SIGPIPE' | 'SIGPOLL' | 'SIGPROF' | 'SIGPWR' | 'SIGQUIT' | 'SIGRTMAX' | 'SIGRTMAX-1' | 'SIGRTMAX-10' | 'SIGRTMAX-11' | 'SIGRTMAX-12' | 'SIGRTMAX-13' | 'SIGRTMAX-14' | 'SIGRTMAX-2' | 'SIGRTMAX-3' | 'SIGRTMAX-4' | 'SIGRTMAX-5' | 'SIGRTMAX-6' | 'SIGRTMAX-7' | 'SIGRTMAX-8' | 'SIGRTMAX-9' | 'SIGRTMIN' | 'SIGRTMIN+1' | 'SIGRTMIN+10' | 'SIGRTMIN+11' | 'SIGRTMIN+12' | 'SIGRTMIN+13' | 'SIGRTMIN+14' | 'SIGRTMIN+15' | 'SIGRTMIN+2' | 'SIGRTMIN+3' | 'SIGRTMIN+4' | 'SIGRTMIN+5' | 'SIGRTMIN+6' | 'SIGRTMIN+7' | 'SIGRTMIN+8' | 'SIGRTMIN+9' | 'SIGSEGV' | 'SIGSTKFLT' | 'SIGSTOP' | 'SIGSYS' | 'SIGTERM' | 'SIGTRAP' | 'SIGTSTP' | 'SIGTTIN' | 'SIGTTOU' | 'SIGURG' | 'SIGUSR1' | 'SIGUSR2' | 'SIGVTALRM' | 'SIGWINCH' | 'SIGXCPU' | 'SIGXFSZ' | undefined
  readonly user?: ContainerUser | undefined
  readonly volumeMounts?: readonly VolumeMountStatus[] | undefined
}

export interface ContainerUser {
  readonly linux?: LinuxContainerUser | undefined
}

export interface DaemonEndpoint {
  readonly Port: number
}

export interface DownwardAPIProjection {
  readonly items?: readonly DownwardAPIVolumeFile[] | undefined
}

export interface DownwardAPIVolumeFile {
  readonly fieldRef?: ObjectFieldSelector | undefined
  readonly mode?: number | undefined
  readonly path: string
  readonly resourceFieldRef?: ResourceFieldSelector | undefined
}

export interface DownwardAPIVolumeSource {
  readonly defaultMode?: number | undefined
  readonly items?: readonly DownwardAPIVolumeFile[] | undefined
}

export interface EmptyDirVolumeSource {
  readonly medium?: string | undefined
  readonly sizeLimit?: Quantity | undefined
}

export interface EndpointAddress {
  readonly hostname?: string | undefined
  readonly ip: string
  readonly nodeName?: string | undefined
  readonly targetRef?: ObjectReference | undefined
}

export interface EndpointPort {
  readonly appProtocol?: string | undefined
  readonly name?: string | undefined
  readonly port: number
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP' | undefined
}

export interface EndpointSubset {
  readonly addresses?: readonly EndpointAddress[] | undefined
  readonly notReadyAddresses?: readonly EndpointAddress[] | undefined
  readonly ports?: readonly EndpointPort[] | undefined
}

export interface Endpoints {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly subsets?: readonly EndpointSubset[] | undefined
}

export interface EnvFromSource {
  readonly configMapRef?: ConfigMapEnvSource | undefined
  readonly prefix?: string | undefined
  readonly secretRef?: SecretEnvSource | undefined
}

export interface EnvVar {
  readonly name: string
  readonly value?: string | undefined
  readonly valueFrom?: EnvVarSource | undefined
}

export interface EnvVarSource {
  readonly configMapKeyRef?: ConfigMapKeySelector | undefined
  readonly fieldRef?: ObjectFieldSelector | undefined
  readonly fileKeyRef?: FileKeySelector | undefined
  readonly resourceFieldRef?: ResourceFieldSelector | undefined
  readonly secretKeyRef?: SecretKeySelector | undefined
}

export interface EphemeralContainer {
  readonly args?: readonly string[] | undefined
  readonly command?: readonly string[] | undefined
  readonly env?: readonly EnvVar[] | undefined
  readonly envFrom?: readonly EnvFromSource[] | undefined
  readonly image?: string | undefined
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never' | undefined
  readonly lifecycle?: Lifecycle | undefined
  readonly livenessProbe?: Probe | undefined
  readonly name: string
  readonly ports?: readonly ContainerPort[] | undefined
  readonly readinessProbe?: Probe | undefined
  readonly resizePolicy?: readonly ContainerResizePolicy[] | undefined
  readonly resources?: ResourceRequirements | undefined
  readonly restartPolicy?: string | undefined
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined
  readonly securityContext?: SecurityContext | undefined
  readonly startupProbe?: Probe | undefined
  readonly stdin?: boolean | undefined
  readonly stdinOnce?: boolean | undefined
  readonly targetContainerName?: string | undefined
  readonly terminationMessagePath?: string | undefined
  readonly terminationMessagePolicy?: 'FallbackToLogsOnError' | 'File' | undefined
  readonly tty?: boolean | undefined
  readonly volumeDevices?: readonly VolumeDevice[] | undefined
  readonly volumeMounts?: readonly VolumeMount[] | undefined
  readonly workingDir?: string | undefined
}

export interface EphemeralVolumeSource {
  readonly volumeClaimTemplate?: PersistentVolumeClaimTemplate | undefined
}

export interface Event {
  readonly action?: string | undefined
  readonly apiVersion: string
  readonly count?: number | undefined
  readonly eventTime?: MicroTime | undefined
  readonly firstTimestamp?: Time | undefined
  readonly involvedObject: ObjectReference
  readonly kind: string
  readonly lastTimestamp?: Time | undefined
  readonly message?: string | undefined
  readonly metadata: ObjectMeta
  readonly reason?: string | undefined
  readonly related?: ObjectReference | undefined
  readonly reportingComponent?: string | undefined
  readonly reportingInstance?: string | undefined
  readonly series?: EventSeries | undefined
  readonly source?: EventSource | undefined
  readonly type?: string | undefined
}

export interface EventSeries {
  readonly count?: number | undefined
  readonly lastObservedTime?: MicroTime | undefined
}

export interface EventSource {
  readonly component?: string | undefined
  readonly host?: string | undefined
}

export interface ExecAction {
  readonly command?: readonly string[] | undefined
}

export interface FCVolumeSource {
  readonly fsType?: string | undefined
  readonly lun?: number | undefined
  readonly readOnly?: boolean | undefined
  readonly targetWWNs?: readonly string[] | undefined
  readonly wwids?: readonly string[] | undefined
}

export interface FileKeySelector {
  readonly key: string
  readonly optional?: boolean | undefined
  readonly path: string
  readonly volumeName: string
}

export interface FlexPersistentVolumeSource {
  readonly driver: string
  readonly fsType?: string | undefined
  readonly options?: { readonly [key: string]: string } | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: SecretReference | undefined
}

export interface FlexVolumeSource {
  readonly driver: string
  readonly fsType?: string | undefined
  readonly options?: { readonly [key: string]: string } | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: LocalObjectReference | undefined
}

export interface FlockerVolumeSource {
  readonly datasetName?: string | undefined
  readonly datasetUUID?: string | undefined
}

export interface GCEPersistentDiskVolumeSource {
  readonly fsType?: string | undefined
  readonly partition?: number | undefined
  readonly pdName: string
  readonly readOnly?: boolean | undefined
}

export interface GRPCAction {
  readonly port: number
  readonly service?: string | undefined
}

export interface GitRepoVolumeSource {
  readonly directory?: string | undefined
  readonly repository: string
  readonly revision?: string | undefined
}

export interface GlusterfsPersistentVolumeSource {
  readonly endpoints: string
  readonly endpointsNamespace?: string | undefined
  readonly path: string
  readonly readOnly?: boolean | undefined
}

export interface GlusterfsVolumeSource {
  readonly endpoints: string
  readonly path: string
  readonly readOnly?: boolean | undefined
}

export interface HTTPGetAction {
  readonly host?: string | undefined
  readonly httpHeaders?: readonly HTTPHeader[] | undefined
  readonly path?: string | undefined
  readonly port: IntOrString
  readonly scheme?: 'HTTP' | 'HTTPS' | undefined
}

export interface HTTPHeader {
  readonly name: string
  readonly value: string
}

export interface HostAlias {
  readonly hostnames?: readonly string[] | undefined
  readonly ip: string
}

export interface HostIP {
  readonly ip: string
}

export interface HostPathVolumeSource {
  readonly path: string
  readonly type?: '' | 'BlockDevice' | 'CharDevice' | 'Directory' | 'DirectoryOrCreate' | 'File' | 'FileOrCreate' | 'Socket' | undefined
}

export interface ISCSIPersistentVolumeSource {
  readonly chapAuthDiscovery?: boolean | undefined
  readonly chapAuthSession?: boolean | undefined
  readonly fsType?: string | undefined
  readonly initiatorName?: string | undefined
  readonly iqn: string
  readonly iscsiInterface?: string | undefined
  readonly lun: number
  readonly portals?: readonly string[] | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: SecretReference | undefined
  readonly targetPortal: string
}

export interface ISCSIVolumeSource {
  readonly chapAuthDiscovery?: boolean | undefined
  readonly chapAuthSession?: boolean | undefined
  readonly fsType?: string | undefined
  readonly initiatorName?: string | undefined
  readonly iqn: string
  readonly iscsiInterface?: string | undefined
  readonly lun: number
  readonly portals?: readonly string[] | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: LocalObjectReference | undefined
  readonly targetPortal: string
}

export interface ImageVolumeSource {
  readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never' | undefined
  readonly reference?: string | undefined
}

export interface ImageVolumeStatus {
  readonly imageRef: string
}

export interface KeyToPath {
  readonly key: string
  readonly mode?: number | undefined
  readonly path: string
}

export interface Lifecycle {
  readonly postStart?: LifecycleHandler | undefined
  readonly preStop?: LifecycleHandler | undefined
  readonly stopSignal?: 'SIGABRT' | 'SIGALRM' | 'SIGBUS' | 'SIGCHLD' | 'SIGCLD' | 'SIGCONT' | 'SIGFPE' | 'SIGHUP' | 'SIGILL' | 'SIGINT' | 'SIGIO' | 'SIGIOT' | 'SIGKILL' | 'SIGPIPE' | 'SIGPOLL' | 'SIGPROF' | 'SIGPWR' | 'SIGQUIT' | 'SIGRTMAX' | 'SIGRTMAX-1' | 'SIGRTMAX-10' | 'SIGRTMAX-11' | 'SIGRTMAX-12' | 'SIGRTMAX-13' | 'SIGRTMAX-14' | 'SIGRTMAX-2' | 'SIGRTMAX-3' | 'SIGRTMAX-4' | 'SIGRTMAX-5' | 'SIGRTMAX-6' | 'SIGRTMAX-7' | 'SIGRTMAX-8' | 'SIGRTMAX-9' | 'SIGRTMIN' | 'SIGRTMIN+1' | 'SIGRTMIN+10' | 'SIGRTMIN+11' | 'SIGRTMIN+12' | 'SIGRTMIN+13' | 'SIGRTMIN+14' | 'SIGRTMIN+15' | 'SIGRTMIN+2' | 'SIGRTMIN+3' | 'SIGRTMIN+4' | 'SIGRTMIN+5' | 'SIGRTMIN+6' | 'SIGRTMIN+7' | 'SIGRTMIN+8' | 'SIGRTMIN+9' | 'SIGSEGV' | 'SIGSTKFLT' | 'SIGSTOP' | 'SIGSYS' | 'SIGTERM' | 'SIGTRAP' | 'SIGTSTP' | 'SIGTTIN' | 'SIGTTOU' | 'SIGURG' | 'SIGUSR1' | 'SIGUSR2' | 'SIGVTALRM' | 'SIGWINCH' | 'SIGXCPU' | 'SIGXFSZ' | undefined
}

export interface LifecycleHandler {
  readonly exec?: ExecAction | undefined
  readonly httpGet?: HTTPGetAction | undefined
  readonly sleep?: SleepAction | undefined
  readonly tcpSocket?: TCPSocketAction | undefined
}

export interface LimitRange {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: LimitRangeSpec
}

export interface LimitRangeItem {
  readonly default?: { readonly [key: string]: Quantity } | undefined
  readonly defaultRequest?: { readonly [key: string]: Quantity } | undefined
  readonly max?: { readonly [key: string]: Quantity } | undefined
  readonly maxLimitRequestRatio?: { readonly [key: string]: Quantity } | undefined
  readonly min?: { readonly [key: string]: Quantity } | undefined
  readonly type: string
}

export interface LimitRangeSpec {
  readonly limits: readonly LimitRangeItem[]
}

export interface LinuxContainerUser {
  readonly gid: number
  readonly supplementalGroups?: readonly number[] | undefined
  readonly uid: number
}

export interface LoadBalancerIngress {
  readonly hostname?: string | undefined
  readonly ip?: string | undefined
  readonly ipMode?: string | undefined
  readonly ports?: readonly PortStatus[] | undefined
}

export interface LoadBalancerStatus {
  readonly ingress?: readonly LoadBalancerIngress[] | undefined
}

export interface LocalObjectReference {
  readonly name?: string | undefined
}

export interface LocalVolumeSource {
  readonly fsType?: string | undefined
  readonly path: string
}

export interface ModifyVolumeStatus {
  readonly status: 'InProgress' | 'Infeasible' | 'Pending'
  readonly targetVolumeAttributesClassName?: string | undefined
}

export interface NFSVolumeSource {
  readonly path: string
  readonly readOnly?: boolean | undefined
  readonly server: string
}

export interface Namespace {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: NamespaceSpec
  readonly status?: NamespaceStatus | undefined
}

export interface NamespaceCondition {
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface NamespaceSpec {
  readonly finalizers?: readonly string[] | undefined
}

export interface NamespaceStatus {
  readonly conditions?: readonly NamespaceCondition[] | undefined
  readonly phase?: 'Active' | 'Terminating' | undefined
}

export interface Node {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: NodeSpec
  readonly status?: NodeStatus | undefined
}

export interface NodeAddress {
  readonly address: string
  readonly type: string
}

export interface NodeAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredSchedulingTerm[] | undefined
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector | undefined
}

export interface NodeAllocatableResourceClaimStatus {
  readonly containers?: readonly string[] | undefined
  readonly resourceClaimName: string
  readonly resources: { readonly [key: string]: Quantity }
}

export interface NodeCondition {
  readonly lastHeartbeatTime?: Time | undefined
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface NodeConfigSource {
  readonly configMap?: ConfigMapNodeConfigSource | undefined
}

export interface NodeConfigStatus {
  readonly active?: NodeConfigSource | undefined
  readonly assigned?: NodeConfigSource | undefined
  readonly error?: string | undefined
  readonly lastKnownGood?: NodeConfigSource | undefined
}

export interface NodeDaemonEndpoints {
  readonly kubeletEndpoint?: DaemonEndpoint | undefined
}

export interface NodeFeatures {
  readonly supplementalGroupsPolicy?: boolean | undefined
}

export interface NodeRuntimeHandler {
  readonly features?: NodeRuntimeHandlerFeatures | undefined
  readonly name?: string | undefined
}

export interface NodeRuntimeHandlerFeatures {
  readonly recursiveReadOnlyMounts?: boolean | undefined
  readonly userNamespaces?: boolean | undefined
}

export interface NodeSelector {
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[]
}

export interface NodeSelectorRequirement {
  readonly key: string
  readonly operator: 'DoesNotExist' | 'Exists' | 'Gt' | 'In' | 'Lt' | 'NotIn'
  readonly values?: readonly string[] | undefined
}

export interface NodeSelectorTerm {
  readonly matchExpressions?: readonly NodeSelectorRequirement[] | undefined
  readonly matchFields?: readonly NodeSelectorRequirement[] | undefined
}

export interface NodeSpec {
  readonly configSource?: NodeConfigSource | undefined
  readonly externalID?: string | undefined
  readonly podCIDR?: string | undefined
  readonly podCIDRs?: readonly string[] | undefined
  readonly providerID?: string | undefined
  readonly taints?: readonly Taint[] | undefined
  readonly unschedulable?: boolean | undefined
}

export interface NodeStatus {
  readonly addresses?: readonly NodeAddress[] | undefined
  readonly allocatable?: { readonly [key: string]: Quantity } | undefined
  readonly capacity?: { readonly [key: string]: Quantity } | undefined
  readonly conditions?: readonly NodeCondition[] | undefined
  readonly config?: NodeConfigStatus | undefined
  readonly daemonEndpoints?: NodeDaemonEndpoints | undefined
  readonly declaredFeatures?: readonly string[] | undefined
  readonly features?: NodeFeatures | undefined
  readonly images?: readonly ContainerImage[] | undefined
  readonly nodeInfo?: NodeSystemInfo | undefined
  readonly phase?: 'Pending' | 'Running' | 'Terminated' | undefined
  readonly runtimeHandlers?: readonly NodeRuntimeHandler[] | undefined
  readonly volumesAttached?: readonly AttachedVolume[] | undefined
  readonly volumesInUse?: readonly string[] | undefined
}

export interface NodeSwapStatus {
  readonly capacity?: number | undefined
}

export interface NodeSystemInfo {
  readonly architecture: string
  readonly bootID: string
  readonly containerRuntimeVersion: string
  readonly kernelVersion: string
  readonly kubeProxyVersion: string
  readonly kubeletVersion: string
  readonly machineID: string
  readonly operatingSystem: string
  readonly osImage: string
  readonly swap?: NodeSwapStatus | undefined
  readonly systemUUID: string
}

export interface ObjectFieldSelector {
  readonly apiVersion?: string | undefined
  readonly fieldPath: string
}

export interface ObjectReference {
  readonly apiVersion?: string | undefined
  readonly fieldPath?: string | undefined
  readonly kind?: string | undefined
  readonly name?: string | undefined
  readonly namespace?: string | undefined
  readonly resourceVersion?: string | undefined
  readonly uid?: string | undefined
}

export interface PersistentVolume {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: PersistentVolumeSpec
  readonly status?: PersistentVolumeStatus | undefined
}

export interface PersistentVolumeClaim {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: PersistentVolumeClaimSpec
  readonly status?: PersistentVolumeClaimStatus | undefined
}

export interface PersistentVolumeClaimCondition {
  readonly lastProbeTime?: Time | undefined
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface PersistentVolumeClaimSpec {
  readonly accessModes?: readonly ('ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod')[] | undefined
  readonly dataSource?: TypedLocalObjectReference | undefined
  readonly dataSourceRef?: TypedObjectReference | undefined
  readonly resources?: VolumeResourceRequirements | undefined
  readonly selector?: LabelSelector | undefined
  readonly storageClassName?: string | undefined
  readonly volumeAttributesClassName?: string | undefined
  readonly volumeMode?: 'Block' | 'Filesystem' | undefined
  readonly volumeName?: string | undefined
}

export interface PersistentVolumeClaimStatus {
  readonly accessModes?: readonly ('ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod')[] | undefined
  readonly allocatedResourceStatuses?: { readonly [key: string]: 'ControllerResizeInProgress' | 'ControllerResizeInfeasible' | 'NodeResizeInProgress' | 'NodeResizeInfeasible' | 'NodeResizePending' } | undefined
  readonly allocatedResources?: { readonly [key: string]: Quantity } | undefined
  readonly capacity?: { readonly [key: string]: Quantity } | undefined
  readonly conditions?: readonly PersistentVolumeClaimCondition[] | undefined
  readonly currentVolumeAttributesClassName?: string | undefined
  readonly modifyVolumeStatus?: ModifyVolumeStatus | undefined
  readonly phase?: 'Bound' | 'Lost' | 'Pending' | undefined
}

export interface PersistentVolumeClaimTemplate {
  readonly metadata?: ObjectMeta | undefined
  readonly spec: PersistentVolumeClaimSpec
}

export interface PersistentVolumeClaimVolumeSource {
  readonly claimName: string
  readonly readOnly?: boolean | undefined
}

export interface PersistentVolumeSpec {
  readonly accessModes?: readonly ('ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod')[] | undefined
  readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource | undefined
  readonly azureDisk?: AzureDiskVolumeSource | undefined
  readonly azureFile?: AzureFilePersistentVolumeSource | undefined
  readonly capacity?: { readonly [key: string]: Quantity } | undefined
  readonly cephfs?: CephFSPersistentVolumeSource | undefined
  readonly cinder?: CinderPersistentVolumeSource | undefined
  readonly claimRef?: ObjectReference | undefined
  readonly csi?: CSIPersistentVolumeSource | undefined
  readonly fc?: FCVolumeSource | undefined
  readonly flexVolume?: FlexPersistentVolumeSource | undefined
  readonly flocker?: FlockerVolumeSource | undefined
  readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource | undefined
  readonly glusterfs?: GlusterfsPersistentVolumeSource | undefined
  readonly hostPath?: HostPathVolumeSource | undefined
  readonly iscsi?: ISCSIPersistentVolumeSource | undefined
  readonly local?: LocalVolumeSource | undefined
  readonly mountOptions?: readonly string[] | undefined
  readonly nfs?: NFSVolumeSource | undefined
  readonly nodeAffinity?: VolumeNodeAffinity | undefined
  readonly persistentVolumeReclaimPolicy?: 'Delete' | 'Recycle' | 'Retain' | undefined
  readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource | undefined
  readonly portworxVolume?: PortworxVolumeSource | undefined
  readonly quobyte?: QuobyteVolumeSource | undefined
  readonly rbd?: RBDPersistentVolumeSource | undefined
  readonly scaleIO?: ScaleIOPersistentVolumeSource | undefined
  readonly storageClassName?: string | undefined
  readonly storageos?: StorageOSPersistentVolumeSource | undefined
  readonly volumeAttributesClassName?: string | undefined
  readonly volumeMode?: 'Block' | 'Filesystem' | undefined
  readonly vsphereVolume?: VsphereVirtualDiskVolumeSource | undefined
}

export interface PersistentVolumeStatus {
  readonly lastPhaseTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly phase?: 'Available' | 'Bound' | 'Failed' | 'Pending' | 'Released' | undefined
  readonly reason?: string | undefined
}

export interface PhotonPersistentDiskVolumeSource {
  readonly fsType?: string | undefined
  readonly pdID: string
}

export interface Pod {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: PodSpec
  readonly status?: PodStatus | undefined
}

export interface PodAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[] | undefined
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[] | undefined
}

export interface PodAffinityTerm {
  readonly labelSelector?: LabelSelector | undefined
  readonly matchLabelKeys?: readonly string[] | undefined
  readonly mismatchLabelKeys?: readonly string[] | undefined
  readonly namespaceSelector?: LabelSelector | undefined
  readonly namespaces?: readonly string[] | undefined
  readonly topologyKey: string
}

export interface PodAntiAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[] | undefined
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[] | undefined
}

export interface PodCertificateProjection {
  readonly certificateChainPath?: string | undefined
  readonly credentialBundlePath?: string | undefined
  readonly keyPath?: string | undefined
  readonly keyType: string
  readonly maxExpirationSeconds?: number | undefined
  readonly signerName: string
  readonly userAnnotations?: { readonly [key: string]: string } | undefined
}

export interface PodCondition {
  readonly lastProbeTime?: Time | undefined
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly observedGeneration?: number | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface PodDNSConfig {
  readonly nameservers?: readonly string[] | undefined
  readonly options?: readonly PodDNSConfigOption[] | undefined
  readonly searches?: readonly string[] | undefined
}

export interface PodDNSConfigOption {
  readonly name?: string | undefined
  readonly value?: string | undefined
}

export interface PodExtendedResourceClaimStatus {
  readonly requestMappings: readonly ContainerExtendedResourceRequest[]
  readonly resourceClaimName: string
}

export interface PodIP {
  readonly ip: string
}

export interface PodOS {
  readonly name: string
}

export interface PodReadinessGate {
  readonly conditionType: string
}

export interface PodResourceClaim {
  readonly name: string
  readonly resourceClaimName?: string | undefined
  readonly resourceClaimTemplateName?: string | undefined
}

export interface PodResourceClaimStatus {
  readonly name: string
  readonly resourceClaimName?: string | undefined
}

export interface PodSchedulingGate {
  readonly name: string
}

export interface PodSchedulingGroup {
  readonly podGroupName?: string | undefined
}

export interface PodSecurityContext {
  readonly appArmorProfile?: AppArmorProfile | undefined
  readonly fsGroup?: number | undefined
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch' | undefined
  readonly runAsGroup?: number | undefined
  readonly runAsNonRoot?: boolean | undefined
  readonly runAsUser?: number | undefined
  readonly seLinuxChangePolicy?: string | undefined
  readonly seLinuxOptions?: SELinuxOptions | undefined
  readonly seccompProfile?: SeccompProfile | undefined
  readonly supplementalGroups?: readonly number[] | undefined
  readonly supplementalGroupsPolicy?: 'Merge' | 'Strict' | undefined
  readonly sysctls?: readonly Sysctl[] | undefined
  readonly windowsOptions?: WindowsSecurityContextOptions | undefined
}

export interface PodSpec {
  readonly activeDeadlineSeconds?: number | undefined
  readonly affinity?: Affinity | undefined
  readonly automountServiceAccountToken?: boolean | undefined
  readonly containers: readonly Container[]
  readonly dnsConfig?: PodDNSConfig | undefined
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None' | undefined
  readonly enableServiceLinks?: boolean | undefined
  readonly ephemeralContainers?: readonly EphemeralContainer[] | undefined
  readonly hostAliases?: readonly HostAlias[] | undefined
  readonly hostIPC?: boolean | undefined
  readonly hostNetwork?: boolean | undefined
  readonly hostPID?: boolean | undefined
  readonly hostUsers?: boolean | undefined
  readonly hostname?: string | undefined
  readonly hostnameOverride?: string | undefined
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined
  readonly initContainers?: readonly Container[] | undefined
  readonly nodeName?: string | undefined
  readonly nodeSelector?: { readonly [key: string]: string } | undefined
  readonly os?: PodOS | undefined
  readonly overhead?: { readonly [key: string]: Quantity } | undefined
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority' | undefined
  readonly priority?: number | undefined
  readonly priorityClassName?: string | undefined
  readonly readinessGates?: readonly PodReadinessGate[] | undefined
  readonly resourceClaims?: readonly PodResourceClaim[] | undefined
  readonly resources?: ResourceRequirements | undefined
  readonly restartPolicy?: 'Always' | 'Never' | 'OnFailure' | undefined
  readonly runtimeClassName?: string | undefined
  readonly schedulerName?: string | undefined
  readonly schedulingGates?: readonly PodSchedulingGate[] | undefined
  readonly schedulingGroup?: PodSchedulingGroup | undefined
  readonly securityContext?: PodSecurityContext | undefined
  readonly serviceAccount?: string | undefined
  readonly serviceAccountName?: string | undefined
  readonly setHostnameAsFQDN?: boolean | undefined
  readonly shareProcessNamespace?: boolean | undefined
  readonly subdomain?: string | undefined
  readonly terminationGracePeriodSeconds?: number | undefined
  readonly tolerations?: readonly Toleration[] | undefined
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[] | undefined
  readonly volumes?: readonly Volume[] | undefined
}

export interface PodStatus {
  readonly allocatedResources?: { readonly [key: string]: Quantity } | undefined
  readonly conditions?: readonly PodCondition[] | undefined
  readonly containerStatuses?: readonly ContainerStatus[] | undefined
  readonly ephemeralContainerStatuses?: readonly ContainerStatus[] | undefined
  readonly extendedResourceClaimStatus?: PodExtendedResourceClaimStatus | undefined
  readonly hostIP?: string | undefined
  readonly hostIPs?: readonly HostIP[] | undefined
  readonly initContainerStatuses?: readonly ContainerStatus[] | undefined
  readonly message?: string | undefined
  readonly nodeAllocatableResourceClaimStatuses?: readonly NodeAllocatableResourceClaimStatus[] | undefined
  readonly nominatedNodeName?: string | undefined
  readonly observedGeneration?: number | undefined
  readonly phase?: 'Failed' | 'Pending' | 'Running' | 'Succeeded' | 'Unknown' | undefined
  readonly podIP?: string | undefined
  readonly podIPs?: readonly PodIP[] | undefined
  readonly qosClass?: 'BestEffort' | 'Burstable' | 'Guaranteed' | undefined
  readonly reason?: string | undefined
  readonly resize?: string | undefined
  readonly resourceClaimStatuses?: readonly PodResourceClaimStatus[] | undefined
  readonly resources?: ResourceRequirements | undefined
  readonly startTime?: Time | undefined
}

export interface PodTemplate {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly template?: PodTemplateSpec | undefined
}

export interface PodTemplateSpec {
  readonly metadata?: ObjectMeta | undefined
  readonly spec?: PodSpec | undefined
}

export interface PortStatus {
  readonly error?: string | undefined
  readonly port: number
  readonly protocol: 'SCTP' | 'TCP' | 'UDP'
}

export interface PortworxVolumeSource {
  readonly fsType?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly volumeID: string
}

export interface PreferredSchedulingTerm {
  readonly preference: NodeSelectorTerm
  readonly weight: number
}

export interface Probe {
  readonly exec?: ExecAction | undefined
  readonly failureThreshold?: number | undefined
  readonly grpc?: GRPCAction | undefined
  readonly httpGet?: HTTPGetAction | undefined
  readonly initialDelaySeconds?: number | undefined
  readonly periodSeconds?: number | undefined
  readonly successThreshold?: number | undefined
  readonly tcpSocket?: TCPSocketAction | undefined
  readonly terminationGracePeriodSeconds?: number | undefined
  readonly timeoutSeconds?: number | undefined
}

export interface ProjectedVolumeSource {
  readonly defaultMode?: number | undefined
  readonly sources?: readonly VolumeProjection[] | undefined
}

export interface QuobyteVolumeSource {
  readonly group?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly registry: string
  readonly tenant?: string | undefined
  readonly user?: string | undefined
  readonly volume: string
}

export interface RBDPersistentVolumeSource {
  readonly fsType?: string | undefined
  readonly image: string
  readonly keyring?: string | undefined
  readonly monitors: readonly string[]
  readonly pool?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: SecretReference | undefined
  readonly user?: string | undefined
}

export interface RBDVolumeSource {
  readonly fsType?: string | undefined
  readonly image: string
  readonly keyring?: string | undefined
  readonly monitors: readonly string[]
  readonly pool?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: LocalObjectReference | undefined
  readonly user?: string | undefined
}

export interface ReplicationController {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: ReplicationControllerSpec
  readonly status?: ReplicationControllerStatus | undefined
}

export interface ReplicationControllerCondition {
  readonly lastTransitionTime?: Time | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
  readonly status: string
  readonly type: string
}

export interface ReplicationControllerSpec {
  readonly minReadySeconds?: number | undefined
  readonly replicas?: number | undefined
  readonly selector?: { readonly [key: string]: string } | undefined
  readonly template?: PodTemplateSpec | undefined
}

export interface ReplicationControllerStatus {
  readonly availableReplicas?: number | undefined
  readonly conditions?: readonly ReplicationControllerCondition[] | undefined
  readonly fullyLabeledReplicas?: number | undefined
  readonly observedGeneration?: number | undefined
  readonly readyReplicas?: number | undefined
  readonly replicas: number
}

export interface ResourceClaim {
  readonly name: string
  readonly request?: string | undefined
}

export interface ResourceFieldSelector {
  readonly containerName?: string | undefined
  readonly divisor?: Quantity | undefined
  readonly resource: string
}

export interface ResourceHealth {
  readonly health?: string | undefined
  readonly message?: string | undefined
  readonly resourceID: string
}

export interface ResourceQuota {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: ResourceQuotaSpec
  readonly status?: ResourceQuotaStatus | undefined
}

export interface ResourceQuotaSpec {
  readonly hard?: { readonly [key: string]: Quantity } | undefined
  readonly scopeSelector?: ScopeSelector | undefined
  readonly scopes?: readonly ('BestEffort' | 'CrossNamespacePodAffinity' | 'NotBestEffort' | 'NotTerminating' | 'PriorityClass' | 'Terminating' | 'VolumeAttributesClass')[] | undefined
}

export interface ResourceQuotaStatus {
  readonly hard?: { readonly [key: string]: Quantity } | undefined
  readonly used?: { readonly [key: string]: Quantity } | undefined
}

export interface ResourceRequirements {
  readonly claims?: readonly ResourceClaim[] | undefined
  readonly limits?: { readonly [key: string]: Quantity } | undefined
  readonly requests?: { readonly [key: string]: Quantity } | undefined
}

export interface ResourceStatus {
  readonly name: string
  readonly resources?: readonly ResourceHealth[] | undefined
}

export interface SELinuxOptions {
  readonly level?: string | undefined
  readonly role?: string | undefined
  readonly type?: string | undefined
  readonly user?: string | undefined
}

export interface ScaleIOPersistentVolumeSource {
  readonly fsType?: string | undefined
  readonly gateway: string
  readonly protectionDomain?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef: SecretReference
  readonly sslEnabled?: boolean | undefined
  readonly storageMode?: string | undefined
  readonly storagePool?: string | undefined
  readonly system: string
  readonly volumeName?: string | undefined
}

export interface ScaleIOVolumeSource {
  readonly fsType?: string | undefined
  readonly gateway: string
  readonly protectionDomain?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef: LocalObjectReference
  readonly sslEnabled?: boolean | undefined
  readonly storageMode?: string | undefined
  readonly storagePool?: string | undefined
  readonly system: string
  readonly volumeName?: string | undefined
}

export interface ScopeSelector {
  readonly matchExpressions?: readonly ScopedResourceSelectorRequirement[] | undefined
}

export interface ScopedResourceSelectorRequirement {
  readonly operator: 'DoesNotExist' | 'Exists' | 'In' | 'NotIn'
  readonly scopeName: 'BestEffort' | 'CrossNamespacePodAffinity' | 'NotBestEffort' | 'NotTerminating' | 'PriorityClass' | 'Terminating' | 'VolumeAttributesClass'
  readonly values?: readonly string[] | undefined
}

export interface SeccompProfile {
  readonly localhostProfile?: string | undefined
  readonly type: 'Localhost' | 'RuntimeDefault' | 'Unconfined'
}

export interface Secret {
  readonly apiVersion: string
  readonly data?: { readonly [key: string]: string } | undefined
  readonly immutable?: boolean | undefined
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly stringData?: { readonly [key: string]: string } | undefined
  readonly type?: string | undefined
}

export interface SecretEnvSource {
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
}

export interface SecretKeySelector {
  readonly key: string
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
}

export interface SecretProjection {
  readonly items?: readonly KeyToPath[] | undefined
  readonly name?: string | undefined
  readonly optional?: boolean | undefined
}

export interface SecretReference {
  readonly name?: string | undefined
  readonly namespace?: string | undefined
}

export interface SecretVolumeSource {
  readonly defaultMode?: number | undefined
  readonly items?: readonly KeyToPath[] | undefined
  readonly optional?: boolean | undefined
  readonly secretName?: string | undefined
}

export interface SecurityContext {
  readonly allowPrivilegeEscalation?: boolean | undefined
  readonly appArmorProfile?: AppArmorProfile | undefined
  readonly capabilities?: Capabilities | undefined
  readonly privileged?: boolean | undefined
  readonly procMount?: 'Default' | 'Unmasked' | undefined
  readonly readOnlyRootFilesystem?: boolean | undefined
  readonly runAsGroup?: number | undefined
  readonly runAsNonRoot?: boolean | undefined
  readonly runAsUser?: number | undefined
  readonly seLinuxOptions?: SELinuxOptions | undefined
  readonly seccompProfile?: SeccompProfile | undefined
  readonly windowsOptions?: WindowsSecurityContextOptions | undefined
}

export interface Service {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: ServiceSpec
  readonly status?: ServiceStatus | undefined
}

export interface ServiceAccount {
  readonly apiVersion: string
  readonly automountServiceAccountToken?: boolean | undefined
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly secrets?: readonly ObjectReference[] | undefined
}

export interface ServiceAccountTokenProjection {
  readonly audience?: string | undefined
  readonly expirationSeconds?: number | undefined
  readonly path: string
}

export interface ServicePort {
  readonly appProtocol?: string | undefined
  readonly name?: string | undefined
  readonly nodePort?: number | undefined
  readonly port: number
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP' | undefined
  readonly targetPort?: IntOrString | undefined
}

export interface ServiceSpec {
  readonly allocateLoadBalancerNodePorts?: boolean | undefined
  readonly clusterIP?: string | undefined
  readonly clusterIPs?: readonly string[] | undefined
  readonly externalIPs?: readonly string[] | undefined
  readonly externalName?: string | undefined
  readonly externalTrafficPolicy?: 'Cluster' | 'Local' | undefined
  readonly healthCheckNodePort?: number | undefined
  readonly internalTrafficPolicy?: 'Cluster' | 'Local' | undefined
  readonly ipFamilies?: readonly ('' | 'IPv4' | 'IPv6')[] | undefined
  readonly ipFamilyPolicy?: 'PreferDualStack' | 'RequireDualStack' | 'SingleStack' | undefined
  readonly loadBalancerClass?: string | undefined
  readonly loadBalancerIP?: string | undefined
  readonly loadBalancerSourceRanges?: readonly string[] | undefined
  readonly ports?: readonly ServicePort[] | undefined
  readonly publishNotReadyAddresses?: boolean | undefined
  readonly selector?: { readonly [key: string]: string } | undefined
  readonly sessionAffinity?: 'ClientIP' | 'None' | undefined
  readonly sessionAffinityConfig?: SessionAffinityConfig | undefined
  readonly trafficDistribution?: string | undefined
  readonly type?: 'ClusterIP' | 'ExternalName' | 'LoadBalancer' | 'NodePort' | undefined
}

export interface ServiceStatus {
  readonly conditions?: readonly Condition[] | undefined
  readonly loadBalancer?: LoadBalancerStatus | undefined
}

export interface SessionAffinityConfig {
  readonly clientIP?: ClientIPConfig | undefined
}

export interface SleepAction {
  readonly seconds: number
}

export interface StorageOSPersistentVolumeSource {
  readonly fsType?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: ObjectReference | undefined
  readonly volumeName?: string | undefined
  readonly volumeNamespace?: string | undefined
}

export interface StorageOSVolumeSource {
  readonly fsType?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly secretRef?: LocalObjectReference | undefined
  readonly volumeName?: string | undefined
  readonly volumeNamespace?: string | undefined
}

export interface Sysctl {
  readonly name: string
  readonly value: string
}

export interface TCPSocketAction {
  readonly host?: string | undefined
  readonly port: IntOrString
}

export interface Taint {
  readonly effect: 'NoExecute' | 'NoSchedule' | 'PreferNoSchedule'
  readonly key: string
  readonly timeAdded?: Time | undefined
  readonly value?: string | undefined
}

export interface Toleration {
  readonly effect?: 'NoExecute' | 'NoSchedule' | 'PreferNoSchedule' | undefined
  readonly key?: string | undefined
  readonly operator?: 'Equal' | 'Exists' | 'Gt' | 'Lt' | undefined
  readonly tolerationSeconds?: number | undefined
  readonly value?: string | undefined
}

export interface TopologySelectorLabelRequirement {
  readonly key: string
  readonly values: readonly string[]
}

export interface TopologySelectorTerm {
  readonly matchLabelExpressions?: readonly TopologySelectorLabelRequirement[] | undefined
}

export interface TopologySpreadConstraint {
  readonly labelSelector?: LabelSelector | undefined
  readonly matchLabelKeys?: readonly string[] | undefined
  readonly maxSkew: number
  readonly minDomains?: number | undefined
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore' | undefined
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore' | undefined
  readonly topologyKey: string
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway'
}

export interface TypedLocalObjectReference {
  readonly apiGroup?: string | undefined
  readonly kind: string
  readonly name: string
}

export interface TypedObjectReference {
  readonly apiGroup?: string | undefined
  readonly kind: string
  readonly name: string
  readonly namespace?: string | undefined
}

export interface Volume {
  readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource | undefined
  readonly azureDisk?: AzureDiskVolumeSource | undefined
  readonly azureFile?: AzureFileVolumeSource | undefined
  readonly cephfs?: CephFSVolumeSource | undefined
  readonly cinder?: CinderVolumeSource | undefined
  readonly configMap?: ConfigMapVolumeSource | undefined
  readonly csi?: CSIVolumeSource | undefined
  readonly downwardAPI?: DownwardAPIVolumeSource | undefined
  readonly emptyDir?: EmptyDirVolumeSource | undefined
  readonly ephemeral?: EphemeralVolumeSource | undefined
  readonly fc?: FCVolumeSource | undefined
  readonly flexVolume?: FlexVolumeSource | undefined
  readonly flocker?: FlockerVolumeSource | undefined
  readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource | undefined
  readonly gitRepo?: GitRepoVolumeSource | undefined
  readonly glusterfs?: GlusterfsVolumeSource | undefined
  readonly hostPath?: HostPathVolumeSource | undefined
  readonly image?: ImageVolumeSource | undefined
  readonly iscsi?: ISCSIVolumeSource | undefined
  readonly name: string
  readonly nfs?: NFSVolumeSource | undefined
  readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource | undefined
  readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource | undefined
  readonly portworxVolume?: PortworxVolumeSource | undefined
  readonly projected?: ProjectedVolumeSource | undefined
  readonly quobyte?: QuobyteVolumeSource | undefined
  readonly rbd?: RBDVolumeSource | undefined
  readonly scaleIO?: ScaleIOVolumeSource | undefined
  readonly secret?: SecretVolumeSource | undefined
  readonly storageos?: StorageOSVolumeSource | undefined
  readonly vsphereVolume?: VsphereVirtualDiskVolumeSource | undefined
}

export interface VolumeDevice {
  readonly devicePath: string
  readonly name: string
}

export interface VolumeMount {
  readonly mountPath: string
  readonly mountPropagation?: 'Bidirectional' | 'HostToContainer' | 'None' | undefined
  readonly name: string
  readonly readOnly?: boolean | undefined
  readonly recursiveReadOnly?: string | undefined
  readonly subPath?: string | undefined
  readonly subPathExpr?: string | undefined
}

export interface VolumeMountStatus {
  readonly mountPath: string
  readonly name: string
  readonly readOnly?: boolean | undefined
  readonly recursiveReadOnly?: string | undefined
  readonly volumeStatus?: VolumeStatus | undefined
}

export interface VolumeNodeAffinity {
  readonly required?: NodeSelector | undefined
}

export interface VolumeProjection {
  readonly clusterTrustBundle?: ClusterTrustBundleProjection | undefined
  readonly configMap?: ConfigMapProjection | undefined
  readonly downwardAPI?: DownwardAPIProjection | undefined
  readonly podCertificate?: PodCertificateProjection | undefined
  readonly secret?: SecretProjection | undefined
  readonly serviceAccountToken?: ServiceAccountTokenProjection | undefined
}

export interface VolumeResourceRequirements {
  readonly limits?: { readonly [key: string]: Quantity } | undefined
  readonly requests?: { readonly [key: string]: Quantity } | undefined
}

export interface VolumeStatus {
  readonly image?: ImageVolumeStatus | undefined
}

export interface VsphereVirtualDiskVolumeSource {
  readonly fsType?: string | undefined
  readonly storagePolicyID?: string | undefined
  readonly storagePolicyName?: string | undefined
  readonly volumePath: string
}

export interface WeightedPodAffinityTerm {
  readonly podAffinityTerm: PodAffinityTerm
  readonly weight: number
}

export interface WindowsSecurityContextOptions {
  readonly gmsaCredentialSpec?: string | undefined
  readonly gmsaCredentialSpecName?: string | undefined
  readonly hostProcess?: boolean | undefined
  readonly runAsUserName?: string | undefined
}

export interface Endpoint {
  readonly addresses: readonly string[]
  readonly conditions?: EndpointConditions | undefined
  readonly deprecatedTopology?: { readonly [key: string]: string } | undefined
  readonly hints?: EndpointHints | undefined
  readonly hostname?: string | undefined
  readonly nodeName?: string | undefined
  readonly targetRef?: ObjectReference | undefined
  readonly zone?: string | undefined
}

export interface EndpointConditions {
  readonly ready?: boolean | undefined
  readonly serving?: boolean | undefined
  readonly terminating?: boolean | undefined
}

export interface EndpointHints {
  readonly forNodes?: readonly ForNode[] | undefined
  readonly forZones?: readonly ForZone[] | undefined
}

export interface DiscoveryEndpointPort {
  readonly appProtocol?: string | undefined
  readonly name?: string | undefined
  readonly port?: number | undefined
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP' | undefined
}

export interface EndpointSlice {
  readonly addressType: 'FQDN' | 'IPv4' | 'IPv6'
  readonly apiVersion: string
  readonly endpoints?: readonly Endpoint[] | undefined
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly ports?: readonly DiscoveryEndpointPort[] | undefined
}

export interface ForNode {
  readonly name: string
}

export interface ForZone {
  readonly name: string
}

export interface EventsEvent {
  readonly action?: string | undefined
  readonly apiVersion: string
  readonly deprecatedCount?: number | undefined
  readonly deprecatedFirstTimestamp?: Time | undefined
  readonly deprecatedLastTimestamp?: Time | undefined
  readonly deprecatedSource?: EventSource | undefined
  readonly eventTime: MicroTime
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly note?: string | undefined
  readonly reason?: string | undefined
  readonly regarding?: ObjectReference | undefined
  readonly related?: ObjectReference | undefined
  readonly reportingController?: string | undefined
  readonly reportingInstance?: string | undefined
  readonly series?: EventsEventSeries | undefined
  readonly type?: string | undefined
}

export interface EventsEventSeries {
  readonly count: number
  readonly lastObservedTime: MicroTime
}

export interface HTTPIngressPath {
  readonly backend: IngressBackend
  readonly path?: string | undefined
  readonly pathType: 'Exact' | 'ImplementationSpecific' | 'Prefix'
}

export interface HTTPIngressRuleValue {
  readonly paths: readonly HTTPIngressPath[]
}

export interface IPAddress {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: IPAddressSpec
}

export interface IPAddressSpec {
  readonly parentRef: ParentReference
}

export interface IPBlock {
  readonly cidr: string
  readonly except?: readonly string[] | undefined
}

export interface Ingress {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: IngressSpec
  readonly status?: IngressStatus | undefined
}

export interface IngressBackend {
  readonly resource?: TypedLocalObjectReference | undefined
  readonly service?: IngressServiceBackend | undefined
}

export interface IngressClass {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: IngressClassSpec
}

export interface IngressClassParametersReference {
  readonly apiGroup?: string | undefined
  readonly kind: string
  readonly name: string
  readonly namespace?: string | undefined
  readonly scope?: string | undefined
}

export interface IngressClassSpec {
  readonly controller?: string | undefined
  readonly parameters?: IngressClassParametersReference | undefined
}

export interface IngressLoadBalancerIngress {
  readonly hostname?: string | undefined
  readonly ip?: string | undefined
  readonly ports?: readonly IngressPortStatus[] | undefined
}

export interface IngressLoadBalancerStatus {
  readonly ingress?: readonly IngressLoadBalancerIngress[] | undefined
}

export interface IngressPortStatus {
  readonly error?: string | undefined
  readonly port: number
  readonly protocol: 'SCTP' | 'TCP' | 'UDP'
}

export interface IngressRule {
  readonly host?: string | undefined
  readonly http?: HTTPIngressRuleValue | undefined
}

export interface IngressServiceBackend {
  readonly name: string
  readonly port?: ServiceBackendPort | undefined
}

export interface IngressSpec {
  readonly defaultBackend?: IngressBackend | undefined
  readonly ingressClassName?: string | undefined
  readonly rules?: readonly IngressRule[] | undefined
  readonly tls?: readonly IngressTLS[] | undefined
}

export interface IngressStatus {
  readonly loadBalancer?: IngressLoadBalancerStatus | undefined
}

export interface IngressTLS {
  readonly hosts?: readonly string[] | undefined
  readonly secretName?: string | undefined
}

export interface NetworkPolicy {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: NetworkPolicySpec
}

export interface NetworkPolicyEgressRule {
  readonly ports?: readonly NetworkPolicyPort[] | undefined
  readonly to?: readonly NetworkPolicyPeer[] | undefined
}

export interface NetworkPolicyIngressRule {
  readonly from?: readonly NetworkPolicyPeer[] | undefined
  readonly ports?: readonly NetworkPolicyPort[] | undefined
}

export interface NetworkPolicyPeer {
  readonly ipBlock?: IPBlock | undefined
  readonly namespaceSelector?: LabelSelector | undefined
  readonly podSelector?: LabelSelector | undefined
}

export interface NetworkPolicyPort {
  readonly endPort?: number | undefined
  readonly port?: IntOrString | undefined
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP' | undefined
}

export interface NetworkPolicySpec {
  readonly egress?: readonly NetworkPolicyEgressRule[] | undefined
  readonly ingress?: readonly NetworkPolicyIngressRule[] | undefined
  readonly podSelector?: LabelSelector | undefined
  readonly policyTypes?: readonly ('Egress' | 'Ingress')[] | undefined
}

export interface ParentReference {
  readonly group?: string | undefined
  readonly name: string
  readonly namespace?: string | undefined
  readonly resource: string
}

export interface ServiceBackendPort {
  readonly name?: string | undefined
  readonly number?: number | undefined
}

export interface ServiceCIDR {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: ServiceCIDRSpec
  readonly status?: ServiceCIDRStatus | undefined
}

export interface ServiceCIDRSpec {
  readonly cidrs?: readonly string[] | undefined
}

export interface ServiceCIDRStatus {
  readonly conditions?: readonly Condition[] | undefined
}

export interface Eviction {
  readonly apiVersion: string
  readonly deleteOptions?: DeleteOptions | undefined
  readonly kind: string
  readonly metadata: ObjectMeta
}

export interface PodDisruptionBudget {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: PodDisruptionBudgetSpec
  readonly status?: PodDisruptionBudgetStatus | undefined
}

export interface PodDisruptionBudgetSpec {
  readonly maxUnavailable?: IntOrString | undefined
  readonly minAvailable?: IntOrString | undefined
  readonly selector?: LabelSelector | undefined
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget' | undefined
}

export interface PodDisruptionBudgetStatus {
  readonly conditions?: readonly Condition[] | undefined
  readonly currentHealthy?: number | undefined
  readonly desiredHealthy?: number | undefined
  readonly disruptedPods?: { readonly [key: string]: Time } | undefined
  readonly disruptionsAllowed?: number | undefined
  readonly expectedPods?: number | undefined
  readonly observedGeneration?: number | undefined
}

export interface AggregationRule {
  readonly clusterRoleSelectors?: readonly LabelSelector[] | undefined
}

export interface ClusterRole {
  readonly aggregationRule?: AggregationRule | undefined
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly rules?: readonly PolicyRule[] | undefined
}

export interface ClusterRoleBinding {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly roleRef: RoleRef
  readonly subjects?: readonly Subject[] | undefined
}

export interface PolicyRule {
  readonly apiGroups?: readonly string[] | undefined
  readonly nonResourceURLs?: readonly string[] | undefined
  readonly resourceNames?: readonly string[] | undefined
  readonly resources?: readonly string[] | undefined
  readonly verbs: readonly string[]
}

export interface Role {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly rules?: readonly PolicyRule[] | undefined
}

export interface RoleBinding {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly roleRef: RoleRef
  readonly subjects?: readonly Subject[] | undefined
}

export interface RoleRef {
  readonly apiGroup?: string | undefined
  readonly kind: string
  readonly name: string
}

export interface Subject {
  readonly apiGroup?: string | undefined
  readonly kind: string
  readonly name: string
  readonly namespace?: string | undefined
}

export interface StorageClass {
  readonly allowVolumeExpansion?: boolean | undefined
  readonly allowedTopologies?: readonly TopologySelectorTerm[] | undefined
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly mountOptions?: readonly string[] | undefined
  readonly parameters?: { readonly [key: string]: string } | undefined
  readonly provisioner: string
  readonly reclaimPolicy?: 'Delete' | 'Recycle' | 'Retain' | undefined
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer' | undefined
}

export type Quantity = string | number

export interface Condition {
  readonly lastTransitionTime: Time
  readonly message: string
  readonly observedGeneration?: number | undefined
  readonly reason: string
  readonly status: string
  readonly type: string
}

export interface DeleteOptions {
  readonly apiVersion: string
  readonly dryRun?: readonly string[] | undefined
  readonly gracePeriodSeconds?: number | undefined
  readonly ignoreStoreReadErrorWithClusterBreakingPotential?: boolean | undefined
  readonly kind: string
  readonly orphanDependents?: boolean | undefined
  readonly preconditions?: Preconditions | undefined
  readonly propagationPolicy?: string | undefined
}

export type FieldsV1 = { readonly [key: string]: unknown }

export interface LabelSelector {
  readonly matchExpressions?: readonly LabelSelectorRequirement[] | undefined
  readonly matchLabels?: { readonly [key: string]: string } | undefined
}

export interface LabelSelectorRequirement {
  readonly key: string
  readonly operator: string
  readonly values?: readonly string[] | undefined
}

export interface ListMeta {
  readonly continue?: string | undefined
  readonly remainingItemCount?: number | undefined
  readonly resourceVersion?: string | undefined
  readonly selfLink?: string | undefined
  readonly shardInfo?: ShardInfo | undefined
}

export interface ManagedFieldsEntry {
  readonly apiVersion?: string | undefined
  readonly fieldsType?: string | undefined
  readonly fieldsV1?: FieldsV1 | undefined
  readonly manager?: string | undefined
  readonly operation?: string | undefined
  readonly subresource?: string | undefined
  readonly time?: Time | undefined
}

export type MicroTime = string

export interface ObjectMeta {
  readonly annotations?: { readonly [key: string]: string } | undefined
  readonly creationTimestamp?: Time | undefined
  readonly deletionGracePeriodSeconds?: number | undefined
  readonly deletionTimestamp?: Time | undefined
  readonly finalizers?: readonly string[] | undefined
  readonly generateName?: string | undefined
  readonly generation?: number | undefined
  readonly labels?: { readonly [key: string]: string } | undefined
  readonly managedFields?: readonly ManagedFieldsEntry[] | undefined
  readonly name: string
  readonly namespace?: string | undefined
  readonly ownerReferences?: readonly OwnerReference[] | undefined
  readonly resourceVersion?: string | undefined
  readonly selfLink?: string | undefined
  readonly uid?: string | undefined
}

export interface OwnerReference {
  readonly apiVersion: string
  readonly blockOwnerDeletion?: boolean | undefined
  readonly controller?: boolean | undefined
  readonly kind: string
  readonly name: string
  readonly uid: string
}

export interface Preconditions {
  readonly resourceVersion?: string | undefined
  readonly uid?: string | undefined
}

export interface ShardInfo {
  readonly selector: string
}

export interface Status {
  readonly apiVersion: string
  readonly code?: number | undefined
  readonly details?: StatusDetails | undefined
  readonly kind: string
  readonly message?: string | undefined
  readonly metadata: ListMeta
  readonly reason?: string | undefined
  readonly status?: string | undefined
}

export interface StatusCause {
  readonly field?: string | undefined
  readonly message?: string | undefined
  readonly reason?: string | undefined
}

export interface StatusDetails {
  readonly causes?: readonly StatusCause[] | undefined
  readonly group?: string | undefined
  readonly kind?: string | undefined
  readonly name?: string | undefined
  readonly retryAfterSeconds?: number | undefined
  readonly uid?: string | undefined
}

export type Time = string

export type RawExtension = { readonly [key: string]: unknown }

export type IntOrString = number | string
