{{/* The Helm release that the values describe: austa-production-green, or austa-staging without a colour. */}}
{{- define "austa.instance" -}}
{{ .Values.release }}{{ with .Values.colour }}-{{ . }}{{ end }}
{{- end }}

{{/* The name of a service's objects. Takes the root as "root" and the service's name as "name". */}}
{{- define "austa.name" -}}
{{ .root.Values.release }}-{{ .name }}{{ with .root.Values.colour }}-{{ . }}{{ end }}
{{- end }}

{{/* What finds a service's pods: never the revision, for a selector cannot be changed. */}}
{{- define "austa.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ include "austa.instance" .root }}
{{- end }}

{{- define "austa.labels" -}}
{{ include "austa.selector" . }}
{{ include "austa.platformLabels" .root }}
{{- end }}

{{- define "austa.platformLabels" -}}
app.kubernetes.io/part-of: {{ .Values.platform }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
austa.io/release: {{ .Values.release }}
{{- if .Values.colour }}
austa.io/colour: {{ .Values.colour }}
{{- end }}
austa.io/revision: {{ .Values.revision | quote }}
{{- end }}
